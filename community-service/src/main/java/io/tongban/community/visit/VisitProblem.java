package io.tongban.community.visit;

import io.tongban.platform.openapi.DeclaresProblems;
import io.tongban.platform.problem.ProblemType;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.http.HttpStatus;

/** What can be wrong with a visit. */
enum VisitProblem implements ProblemType {
    VISIT_UNKNOWN(HttpStatus.NOT_FOUND),
    VISIT_STILL_OPEN(HttpStatus.CONFLICT),
    VISIT_ALREADY_ENDED(HttpStatus.CONFLICT),
    VISIT_OF_ANOTHER_DAY(HttpStatus.CONFLICT),
    VISIT_OF_TODAY(HttpStatus.CONFLICT),
    POINT_OUTSIDE_STANDARD(HttpStatus.UNPROCESSABLE_CONTENT),
    POINT_NOT_TO_CHECK(HttpStatus.UNPROCESSABLE_CONTENT),
    POINT_CHECKED_TWICE(HttpStatus.UNPROCESSABLE_CONTENT),
    PARTIAL_VISIT_NEEDS_CODE(HttpStatus.UNPROCESSABLE_CONTENT),
    PARTIAL_VISIT_GIVES_NO_NOTICE(HttpStatus.UNPROCESSABLE_CONTENT),
    COMPLETE_VISIT_HAS_NO_CODE(HttpStatus.UNPROCESSABLE_CONTENT);

    private final HttpStatus status;

    VisitProblem(HttpStatus status) {
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
    @interface Answers {
        VisitProblem[] value();
    }
}
