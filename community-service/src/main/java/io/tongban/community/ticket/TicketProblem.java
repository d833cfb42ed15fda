package io.tongban.community.ticket;

import io.tongban.platform.openapi.DeclaresProblems;
import io.tongban.platform.problem.ProblemType;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.http.HttpStatus;

/** What can be wrong with a ticket, or with the window that it is wanted for. */
public enum TicketProblem implements ProblemType {
    TICKET_UNKNOWN(HttpStatus.NOT_FOUND),
    ITEM_NOT_TAKEN_HERE(HttpStatus.UNPROCESSABLE_CONTENT),
    WINDOW_CLOSED(HttpStatus.CONFLICT),
    WINDOW_CLOSING(HttpStatus.CONFLICT),
    TICKET_ALREADY_TAKEN(HttpStatus.CONFLICT),
    TICKETS_USED_UP(HttpStatus.TOO_MANY_REQUESTS),
    TICKET_NOT_FOR_THIS_VISIT(HttpStatus.UNPROCESSABLE_CONTENT),
    TICKET_ALREADY_CALLED(HttpStatus.CONFLICT),
    TICKET_VERSION_MISSING(HttpStatus.PRECONDITION_REQUIRED),
    TICKET_CHANGED(HttpStatus.PRECONDITION_FAILED),
    TICKET_ENDED(HttpStatus.CONFLICT),
    TICKET_OF_ANOTHER_DAY(HttpStatus.CONFLICT),
    TICKET_NOT_CALLED(HttpStatus.CONFLICT),
    TICKET_STILL_AWAITED(HttpStatus.CONFLICT),
    NO_TICKET_WAITS(HttpStatus.CONFLICT),
    HANDOVER_NOT_WISHED(HttpStatus.UNPROCESSABLE_CONTENT),
    HANDOVER_TO_SAME_WINDOW(HttpStatus.UNPROCESSABLE_CONTENT);

    private final HttpStatus status;

    TicketProblem(HttpStatus status) {
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
        TicketProblem[] value();
    }
}
