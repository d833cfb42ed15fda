package io.tongban.permit.casefile;

import io.tongban.platform.openapi.DeclaresProblems;
import io.tongban.platform.problem.ProblemType;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.http.HttpStatus;

/** What can stand against an act on a case. */
public enum CaseProblem implements ProblemType {
    CASE_UNKNOWN(HttpStatus.NOT_FOUND),
    CASE_CHANGED(HttpStatus.PRECONDITION_FAILED),
    CASE_VERSION_MISSING(HttpStatus.PRECONDITION_REQUIRED),
    CASE_NOT_AS_RECORDED(HttpStatus.CONFLICT),
    CASE_ALREADY_OPEN(HttpStatus.CONFLICT),
    CASE_CLOSED(HttpStatus.CONFLICT),
    ACT_NOT_ALLOWED(HttpStatus.CONFLICT),
    NO_GROUND(HttpStatus.CONFLICT),
    STATEMENT_NOT_SIGNED(HttpStatus.UNPROCESSABLE_CONTENT),
    CASE_NOT_OPEN(HttpStatus.CONFLICT),
    PAPERS_NOT_TAKEN(HttpStatus.CONFLICT),
    PAPERS_TOO_MANY(HttpStatus.UNPROCESSABLE_CONTENT),
    LOOK_INCOMPLETE(HttpStatus.CONFLICT),
    OPEN_POINTS(HttpStatus.CONFLICT),
    CHOICE_NOT_OPEN(HttpStatus.CONFLICT),
    STANDARD_NOT_OFFERED(HttpStatus.UNPROCESSABLE_CONTENT),
    CASE_NOT_DECIDED(HttpStatus.CONFLICT),
    EVIDENCE_NOT_KEPT(HttpStatus.CONFLICT),
    NOT_RECEIVED(HttpStatus.CONFLICT),
    ALREADY_DECIDED(HttpStatus.CONFLICT),
    OTHER_AUTHORITY_DECIDES(HttpStatus.FORBIDDEN),
    RECEIVER_DOES_NOT_DECIDE(HttpStatus.FORBIDDEN),
    PART_UNKNOWN(HttpStatus.UNPROCESSABLE_CONTENT),
    CRITERION_OPEN(HttpStatus.CONFLICT),
    CRITERION_PENDING(HttpStatus.CONFLICT),
    REASON_IS_MET(HttpStatus.CONFLICT),
    CHOICE_OPEN(HttpStatus.CONFLICT),
    NEWER_STANDARD_FAVOURS(HttpStatus.CONFLICT),
    REASONS_MISSING(HttpStatus.UNPROCESSABLE_CONTENT),
    STANDARD_NOT_LOADED(HttpStatus.SERVICE_UNAVAILABLE),
    ITEM_UNKNOWN(HttpStatus.UNPROCESSABLE_CONTENT),
    STANDARD_NOT_IN_FORCE(HttpStatus.UNPROCESSABLE_CONTENT),
    RESIDENCE_OUTSIDE_CITY(HttpStatus.UNPROCESSABLE_CONTENT),
    NUMBER_NOT_YOURS(HttpStatus.FORBIDDEN);

    private final HttpStatus status;

    CaseProblem(HttpStatus status) {
        this.status = status;
    }

    @Override
    public HttpStatus status() {
        return status;
    }

    /** What a controller's method answers of these. */
    @DeclaresProblems
    @Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
    @Retention(RetentionPolicy.RUNTIME)
    public @interface Answers {
        CaseProblem[] value();
    }

    /** What every act answers that names the version of the case that was seen. */
    @Answers({CASE_UNKNOWN, CASE_VERSION_MISSING, CASE_CHANGED, CASE_NOT_AS_RECORDED, CASE_CLOSED})
    @Target(ElementType.METHOD)
    @Retention(RetentionPolicy.RUNTIME)
    public @interface OfAnAct {}
}
