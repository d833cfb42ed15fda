package io.tongban.gateway.edge;

import io.tongban.platform.problem.ProblemType;
import org.springframework.http.HttpStatus;

/** What can go wrong with a request before any service has seen it whole. */
public enum EdgeProblem implements ProblemType {
    BODY_NOT_RECEIVED(HttpStatus.REQUEST_TIMEOUT);

    private final HttpStatus status;

    EdgeProblem(HttpStatus status) {
        this.status = status;
    }

    @Override
    public HttpStatus status() {
        return status;
    }
}
