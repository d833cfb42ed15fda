package io.tongban.community.network;

import io.tongban.platform.openapi.DeclaresProblems;
import io.tongban.platform.problem.ProblemType;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.http.HttpStatus;

/** What can be wrong with a question about the network or a change of it. */
public enum NetworkProblem implements ProblemType {
    DIVISION_NOT_FOUND(HttpStatus.NOT_FOUND),
    WINDOW_NOT_FOUND(HttpStatus.NOT_FOUND),
    UNKNOWN_TIER(HttpStatus.UNPROCESSABLE_CONTENT),
    UNKNOWN_DIVISION(HttpStatus.UNPROCESSABLE_CONTENT),
    UNKNOWN_WINDOW(HttpStatus.UNPROCESSABLE_CONTENT),
    UNKNOWN_ITEM(HttpStatus.UNPROCESSABLE_CONTENT),
    UNKNOWN_AUTHORITY(HttpStatus.UNPROCESSABLE_CONTENT),
    UNREADABLE_DATE(HttpStatus.UNPROCESSABLE_CONTENT),
    IMPOSSIBLE_HOURS(HttpStatus.UNPROCESSABLE_CONTENT),
    OUTSIDE_YOUR_DIVISION(HttpStatus.FORBIDDEN),
    WINDOW_NAME_TAKEN(HttpStatus.CONFLICT),
    WINDOW_VERSION_MISSING(HttpStatus.PRECONDITION_REQUIRED),
    WINDOW_CHANGED(HttpStatus.PRECONDITION_FAILED);

    private final HttpStatus status;

    NetworkProblem(HttpStatus status) {
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
        NetworkProblem[] value();
    }
}
