package io.tongban.permit.casefile.visitpass;

import io.tongban.platform.problem.ProblemType;
import org.springframework.http.HttpStatus;

/** Why a clerk's visit pass does not open the door. */
public enum VisitPassProblem implements ProblemType {
    VISIT_PASS_MISSING(HttpStatus.UNAUTHORIZED),
    VISIT_PASS_INVALID(HttpStatus.UNAUTHORIZED),
    VISIT_PASS_EXPIRED(HttpStatus.UNAUTHORIZED),
    VISIT_ENDED(HttpStatus.UNAUTHORIZED),
    VISIT_PASS_NOT_YOURS(HttpStatus.FORBIDDEN),
    VISIT_PASS_FOR_ANOTHER_ITEM(HttpStatus.FORBIDDEN),
    VISIT_SERVES_ANOTHER(HttpStatus.CONFLICT),
    VISIT_PASS_NOT_CHECKED(HttpStatus.SERVICE_UNAVAILABLE);

    private final HttpStatus status;

    VisitPassProblem(HttpStatus status) {
        this.status = status;
    }

    @Override
    public HttpStatus status() {
        return status;
    }
}
