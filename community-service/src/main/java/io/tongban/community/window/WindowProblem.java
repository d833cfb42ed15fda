package io.tongban.community.window;

import io.tongban.platform.openapi.DeclaresProblems;
import io.tongban.platform.problem.ProblemType;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.EnumSet;
import java.util.Set;
import org.springframework.http.HttpStatus;

/** What can be wrong with a question about a window or a change of one. */
public enum WindowProblem implements ProblemType {
    WINDOW_UNKNOWN(HttpStatus.NOT_FOUND, HttpStatus.UNPROCESSABLE_CONTENT),
    WINDOW_NOT_YOURS(HttpStatus.FORBIDDEN),
    ITEM_UNKNOWN(HttpStatus.UNPROCESSABLE_CONTENT),
    AUTHORITY_UNKNOWN(HttpStatus.UNPROCESSABLE_CONTENT),
    HOURS_IMPOSSIBLE(HttpStatus.UNPROCESSABLE_CONTENT),
    WINDOW_NAME_TAKEN(HttpStatus.CONFLICT),
    WINDOW_VERSION_MISSING(HttpStatus.PRECONDITION_REQUIRED),
    WINDOW_CHANGED(HttpStatus.PRECONDITION_FAILED);

    private final HttpStatus status;
    private final HttpStatus inRequests;

    WindowProblem(HttpStatus status) {
        this(status, status);
    }

    WindowProblem(HttpStatus status, HttpStatus inRequests) {
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
        WindowProblem[] value();
    }
}
