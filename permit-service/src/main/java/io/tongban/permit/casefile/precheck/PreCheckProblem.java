package io.tongban.permit.casefile.precheck;

import io.tongban.platform.openapi.DeclaresProblems;
import io.tongban.platform.problem.ProblemType;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.http.HttpStatus;

/** What can stand against a pre-check alone. */
public enum PreCheckProblem implements ProblemType {
    PRE_CHECKS_USED_UP(HttpStatus.TOO_MANY_REQUESTS);

    private final HttpStatus status;

    PreCheckProblem(HttpStatus status) {
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
        PreCheckProblem[] value();
    }
}
