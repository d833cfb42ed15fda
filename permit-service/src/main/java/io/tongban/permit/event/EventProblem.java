package io.tongban.permit.event;

import io.tongban.platform.openapi.DeclaresProblems;
import io.tongban.platform.problem.ProblemType;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.http.HttpStatus;

/** What can be wrong with reading the feed. */
public enum EventProblem implements ProblemType {
    EVENT_CURSOR_LOST(HttpStatus.GONE);

    private final HttpStatus status;

    EventProblem(HttpStatus status) {
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
        EventProblem[] value();
    }
}
