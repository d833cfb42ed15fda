package io.tongban.permit.law;

import io.tongban.platform.openapi.DeclaresProblems;
import io.tongban.platform.problem.ProblemType;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
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

    /** What a controller's method answers of these. */
    @DeclaresProblems
    @Target(ElementType.METHOD)
    @Retention(RetentionPolicy.RUNTIME)
    public @interface Answers {
        LawProblem[] value();
    }
}
