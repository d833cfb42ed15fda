package io.tongban.permit.casefile.consent;

import io.tongban.platform.openapi.DeclaresProblems;
import io.tongban.platform.problem.ProblemType;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.http.HttpStatus;

/** What can be wrong with a consent. */
public enum ConsentProblem implements ProblemType {
    CONSENT_MISSING(HttpStatus.FORBIDDEN),
    CONSENT_UNKNOWN(HttpStatus.NOT_FOUND),
    CONSENTS_TOO_MANY(HttpStatus.CONFLICT),
    PARTNER_UNKNOWN(HttpStatus.UNPROCESSABLE_CONTENT);

    private final HttpStatus status;

    ConsentProblem(HttpStatus status) {
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
        ConsentProblem[] value();
    }
}
