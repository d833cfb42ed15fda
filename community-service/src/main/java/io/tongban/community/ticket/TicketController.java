package io.tongban.community.ticket;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tongban.community.window.ServiceWindow;
import io.tongban.community.window.WindowProblem;
import io.tongban.platform.entitytag.IfMatch;
import io.tongban.platform.idempotency.IdempotentCreate;
import io.tongban.platform.problem.Problem;
import io.tongban.platform.security.Caller;
import jakarta.validation.Valid;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The tickets that applicants take, and that clerks and ticket machines take for whoever has no account. */
@RestController
@RequestMapping("/api/v1/tickets")
@Tag(name = "tickets", description = "The numbers that are taken for a window and a day.")
class TicketController {

    private static final String ID = "The id of the ticket.";

    private final Desk desk;
    private final TakeTicket takeTicket;
    private final EndTicket endTicket;
    private final Tickets tickets;
    private final TicketAnswers answers;

    TicketController(Desk desk, TakeTicket takeTicket, EndTicket endTicket, Tickets tickets, TicketAnswers answers) {
        this.desk = desk;
        this.takeTicket = takeTicket;
        this.endTicket = endTicket;
        this.tickets = tickets;
        this.answers = answers;
    }

    @PostMapping
    @IdempotentCreate
    @Operation(
            operationId = "takeTicket",
            summary = "Take a ticket",
            description = "Gives the next number of the window for today, while the window is open: to an applicant for"
                    + " themselves; to a clerk of the window and to a ticket machine of its division for whoever"
                    + " has no account.")
    @WindowProblem.Answers({WindowProblem.WINDOW_UNKNOWN, WindowProblem.WINDOW_NOT_YOURS, WindowProblem.ITEM_UNKNOWN})
    @TicketProblem.Answers({
        TicketProblem.WINDOW_CLOSED,
        TicketProblem.TICKET_ALREADY_TAKEN,
        TicketProblem.TICKETS_USED_UP,
        TicketProblem.ITEM_NOT_TAKEN_HERE
    })
    ResponseEntity<TicketResponse> take(@Valid @RequestBody TicketRequest request, Caller caller) {
        Taker taker = Taker.of(caller.roles());
        ServiceWindow window = switch (taker) {
            case APPLICANT -> desk.taking(request.window(), request.item());
            case CLERK -> desk.staffedBy(caller, request.window(), request.item());
            case DEVICE -> desk.servedBy(caller, request.window(), request.item());
        };
        return answers.created(takeTicket.take(window, request.item(), taker, caller.subject()));
    }

    @GetMapping("/{id}")
    @Operation(
            operationId = "getTicket",
            summary = "Read a ticket",
            description = "The ticket that the account took, with how many before it have not been called yet. The ETag"
                    + " is needed to give it back or to hand it over.")
    @TicketProblem.Answers(TicketProblem.TICKET_UNKNOWN)
    ResponseEntity<TicketResponse> get(@Parameter(description = ID) @PathVariable UUID id, Caller caller) {
        return answers.of(own(id, caller));
    }

    @PostMapping("/{id}/return")
    @Operation(
            operationId = "returnTicket",
            summary = "Give a ticket back",
            description = "Whoever took the ticket gives it back on its day, before a visit was opened with it.")
    @TicketProblem.Answers({
        TicketProblem.TICKET_UNKNOWN,
        TicketProblem.TICKET_VERSION_MISSING,
        TicketProblem.TICKET_CHANGED,
        TicketProblem.TICKET_ENDED,
        TicketProblem.TICKET_OF_ANOTHER_DAY
    })
    ResponseEntity<TicketResponse> giveBack(
            @Parameter(description = ID) @PathVariable UUID id, IfMatch ifMatch, Caller caller) {
        return answers.of(endTicket.giveBack(TicketAnswers.seen(own(id, caller), ifMatch)));
    }

    @PostMapping("/{id}/handover")
    @Operation(
            operationId = "handOverTicket",
            summary = "Go on at another window",
            description =
                    "Ends the ticket because its holder wishes to go on at another window, which takes the item and"
                            + " stays open for another half hour, and answers the ticket there: the first in its line.")
    @WindowProblem.Answers({WindowProblem.WINDOW_UNKNOWN, WindowProblem.ITEM_UNKNOWN})
    @TicketProblem.Answers({
        TicketProblem.TICKET_UNKNOWN,
        TicketProblem.TICKET_VERSION_MISSING,
        TicketProblem.TICKET_CHANGED,
        TicketProblem.TICKET_ENDED,
        TicketProblem.TICKET_OF_ANOTHER_DAY,
        TicketProblem.HANDOVER_NOT_WISHED,
        TicketProblem.HANDOVER_TO_SAME_WINDOW,
        TicketProblem.ITEM_NOT_TAKEN_HERE,
        TicketProblem.WINDOW_CLOSING
    })
    ResponseEntity<TicketResponse> handOver(
            @Parameter(description = ID) @PathVariable UUID id,
            IfMatch ifMatch,
            @Valid @RequestBody HandoverRequest request,
            Caller caller) {
        Ticket seen = TicketAnswers.seen(own(id, caller), ifMatch);
        if (!Boolean.TRUE.equals(request.wished()) && Taker.of(caller.roles()) != Taker.APPLICANT) {
            throw Problem.of(TicketProblem.HANDOVER_NOT_WISHED);
        }
        return answers.created(endTicket.handOver(seen, request.window()));
    }

    private Ticket own(UUID id, Caller caller) {
        return tickets.find(new TicketId(id))
                .filter(ticket -> ticket.holder().account().equals(caller.subject()))
                .orElseThrow(() -> TicketAnswers.unknown(id));
    }
}
