package io.tongban.permit.publication;

import io.tongban.platform.openapi.DeclaresProblems;
import io.tongban.platform.problem.ProblemType;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.http.HttpStatus;

/** What can stand against reading, drafting, approving or publishing a version of a standard. */
public enum PublicationProblem implements ProblemType {
    ITEM_UNKNOWN(HttpStatus.NOT_FOUND),
    STANDARD_UNKNOWN(HttpStatus.NOT_FOUND),
    STANDARD_NOT_LOADED(HttpStatus.SERVICE_UNAVAILABLE),
    DRAFT_UNKNOWN(HttpStatus.NOT_FOUND),
    DRAFT_CHANGED(HttpStatus.PRECONDITION_FAILED),
    DRAFT_REVISION_MISSING(HttpStatus.PRECONDITION_REQUIRED),
    DRAFT_NOT_READY(HttpStatus.CONFLICT),
    VERSION_ALREADY_PUBLISHED(HttpStatus.CONFLICT),
    DOCUMENT_INVALID(HttpStatus.UNPROCESSABLE_CONTENT),
    SUITE_MISSING(HttpStatus.UNPROCESSABLE_CONTENT),
    SUITE_FAILED(HttpStatus.UNPROCESSABLE_CONTENT),
    SUITE_TOO_LONG(HttpStatus.UNPROCESSABLE_CONTENT),
    VERSION_BEGINS_TOO_EARLY(HttpStatus.UNPROCESSABLE_CONTENT),
    PERIOD_TAKEN(HttpStatus.CONFLICT),
    DRAFTER_DOES_NOT_APPROVE(HttpStatus.FORBIDDEN);

    private final HttpStatus status;

    PublicationProblem(HttpStatus status) {
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
        PublicationProblem[] value();
    }
}
