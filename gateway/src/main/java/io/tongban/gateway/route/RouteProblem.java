package io.tongban.gateway.route;

import io.tongban.platform.problem.ProblemType;
import org.springframework.http.HttpStatus;

/** Why a service gave no answer that could be passed on. */
public enum RouteProblem implements ProblemType {
    SERVICE_ANSWER_BROKEN(HttpStatus.BAD_GATEWAY),
    SERVICE_NOT_REACHED(HttpStatus.SERVICE_UNAVAILABLE),
    SERVICE_TIMEOUT(HttpStatus.GATEWAY_TIMEOUT);

    private final HttpStatus status;

    RouteProblem(HttpStatus status) {
        this.status = status;
    }

    @Override
    public HttpStatus status() {
        return status;
    }
}
