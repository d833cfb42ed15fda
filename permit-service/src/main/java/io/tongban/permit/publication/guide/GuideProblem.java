package io.tongban.permit.publication.guide;

import io.tongban.platform.openapi.DeclaresProblems;
import io.tongban.platform.problem.ProblemType;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.http.HttpStatus;

/** What can stand against reading a guide. */
public enum GuideProblem implements ProblemType {
    GUIDE_BUSY(HttpStatus.SERVICE_UNAVAILABLE),
    GUIDE_TOO_LONG(HttpStatus.SERVICE_UNAVAILABLE);

    private final HttpStatus status;

    GuideProblem(HttpStatus status) {
        this.status = status;
    }

    @Override
    public HttpStatus status() {
        return status;
    }

    /** What a controller's method answers of these. */
    @DeclaresProblems
    @Target(ElementType.METHOD)
    @Retention(RetentionPolicy.RUNTIME)
    public @interface Answers {
        GuideProblem[] value();
    }
}
