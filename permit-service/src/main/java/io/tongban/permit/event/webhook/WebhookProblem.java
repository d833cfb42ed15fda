package io.tongban.permit.event.webhook;

import io.tongban.platform.openapi.DeclaresProblems;
import io.tongban.platform.problem.ProblemType;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.http.HttpStatus;

/** What can be wrong with a webhook. */
public enum WebhookProblem implements ProblemType {
    WEBHOOK_UNKNOWN(HttpStatus.NOT_FOUND),
    WEBHOOK_ENDED(HttpStatus.CONFLICT),
    WEBHOOKS_TOO_MANY(HttpStatus.CONFLICT),
    WEBHOOK_URL_REFUSED(HttpStatus.UNPROCESSABLE_CONTENT),
    WEBHOOK_NOT_CONFIRMED(HttpStatus.UNPROCESSABLE_CONTENT);

    private final HttpStatus status;

    WebhookProblem(HttpStatus status) {
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
        WebhookProblem[] value();
    }
}
