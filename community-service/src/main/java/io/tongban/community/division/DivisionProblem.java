package io.tongban.community.division;

import io.tongban.platform.openapi.DeclaresProblems;
import io.tongban.platform.problem.ProblemType;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.EnumSet;
import java.util.Set;
import org.springframework.http.HttpStatus;

/** What can be wrong with the division that a request names. */
public enum DivisionProblem implements ProblemType {
    DIVISION_UNKNOWN(HttpStatus.NOT_FOUND, HttpStatus.UNPROCESSABLE_CONTENT),
    DIVISION_NOT_YOURS(HttpStatus.FORBIDDEN);

    private final HttpStatus status;
    private final HttpStatus inRequests;

    DivisionProblem(HttpStatus status) {
        this(status, status);
    }

    DivisionProblem(HttpStatus status, HttpStatus inRequests) {
        this.status = status;
        this.inRequests = inRequests;
    }

    @Override
    public HttpStatus status() {
        return status;
    }

    @Override
    public Set<HttpStatus> statuses() {
        return EnumSet.of(status, inRequests);
    }

    /** What a controller's method answers of these. */
    @DeclaresProblems
    @Target(ElementType.METHOD)
    @Retention(RetentionPolicy.RUNTIME)
    public @interface Answers {
        DivisionProblem[] value();
    }
}
