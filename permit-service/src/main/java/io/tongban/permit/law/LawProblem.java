package io.tongban.permit.law;

import io.tongban.platform.problem.ProblemType;
import org.springframework.http.HttpStatus;

/** What can be wrong with a question for a text of law. */
public enum LawProblem implements ProblemType {
    LAW_UNKNOWN(HttpStatus.NOT_FOUND);

    private final HttpStatus status;

    LawProblem(HttpStatus status) {
        this.status = status;
    }

    @Override
    public HttpStatus status() {
        return status;
    }
}
