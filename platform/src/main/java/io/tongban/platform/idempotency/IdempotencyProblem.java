package io.tongban.platform.idempotency;

import io.tongban.platform.problem.ProblemType;
import org.springframework.http.HttpStatus;

/** What can be wrong with an idempotency key. */
public enum IdempotencyProblem implements ProblemType {
    IDEMPOTENCY_KEY_MISSING(HttpStatus.BAD_REQUEST),
    IDEMPOTENCY_KEY_REUSED(HttpStatus.UNPROCESSABLE_CONTENT),
    IDEMPOTENCY_KEY_IN_USE(HttpStatus.CONFLICT),
    IDEMPOTENCY_ANSWER_LOST(HttpStatus.CONFLICT);

    private final HttpStatus status;

    IdempotencyProblem(HttpStatus status) {
        this.status = status;
    }

    @Override
    public HttpStatus status() {
        return status;
    }
}
