package io.tongban.gateway.lane;

import io.tongban.platform.problem.ProblemType;
import org.springframework.http.HttpStatus;

/** Why a lane lets a call not in. */
public enum LaneProblem implements ProblemType {
    LANE_RATE_EXCEEDED(HttpStatus.TOO_MANY_REQUESTS),
    ACCOUNT_BUSY(HttpStatus.TOO_MANY_REQUESTS),
    LANE_FULL(HttpStatus.SERVICE_UNAVAILABLE);

    private final HttpStatus status;

    LaneProblem(HttpStatus status) {
        this.status = status;
    }

    @Override
    public HttpStatus status() {
        return status;
    }
}
