package io.tongban.community.ticket;

import io.tongban.platform.clock.BusinessClock;
import io.tongban.platform.entitytag.EntityTag;
import io.tongban.platform.entitytag.IfMatch;
import io.tongban.platform.problem.Problem;
import java.net.URI;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** How tickets are answered, and which version of one a change is made from. */
@Component
class TicketAnswers {

    private final TicketLine line;
    private final BusinessClock clock;

    TicketAnswers(TicketLine line, BusinessClock clock) {
        this.line = line;
        this.clock = clock;
    }

    /** With its version and its place in the line. */
    ResponseEntity<TicketResponse> of(Ticket ticket) {
        return of(ResponseEntity.ok(), ticket);
    }

    /** As something new, which is read at its address. */
    ResponseEntity<TicketResponse> created(Ticket ticket) {
        return of(
                ResponseEntity.created(
                        URI.create("/api/v1/tickets/" + ticket.id().value())),
                ticket);
    }

    private ResponseEntity<TicketResponse> of(ResponseEntity.BodyBuilder response, Ticket ticket) {
        return response.eTag(EntityTag.of(ticket.version()))
                .body(TicketResponse.of(ticket, line.ahead(ticket), clock.today()));
    }

    /**
     * The ticket, if it is as the caller saw it.
     *
     * @throws Problem {@link TicketProblem#TICKET_VERSION_MISSING} or {@link TicketProblem#TICKET_CHANGED}
     */
    static Ticket seen(Ticket ticket, IfMatch ifMatch) {
        long version = ifMatch.required(
                () -> Problem.of(TicketProblem.TICKET_VERSION_MISSING), () -> EndTicket.changed(ticket));
        if (version != ticket.version()) {
            throw EndTicket.changed(ticket);
        }
        return ticket;
    }

    static Problem unknown(UUID id) {
        return Problem.of(TicketProblem.TICKET_UNKNOWN).with("ticket", id);
    }
}
