package io.tongban.permit.publication.guide;

import io.tongban.platform.problem.ProblemType;
import org.springframework.http.HttpStatus;

/** What can stand against reading a guide. */
public enum GuideProblem implements ProblemType {
    GUIDE_BUSY(HttpStatus.SERVICE_UNAVAILABLE);

    private final HttpStatus status;

    GuideProblem(HttpStatus status) {
        this.status = status;
    }

    @Override
    public HttpStatus status() {
        return status;
    }
}
