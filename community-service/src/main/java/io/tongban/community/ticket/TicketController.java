package io.tongban.community.ticket;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tongban.community.window.ServiceWindow;
import io.tongban.community.window.WindowProblem;
import io.tongban.platform.idempotency.IdempotentCreate;
import io.tongban.platform.problem.Problem;
import io.tongban.platform.security.Caller;
import jakarta.validation.Valid;
import java.net.URI;
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

    private final Desk desk;
    private final TakeTicket takeTicket;
    private final Tickets tickets;

    TicketController(Desk desk, TakeTicket takeTicket, Tickets tickets) {
        this.desk = desk;
        this.takeTicket = takeTicket;
        this.tickets = tickets;
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
        Ticket ticket = takeTicket.take(window, request.item(), taker, caller.subject());
        return ResponseEntity.created(
                        URI.create("/api/v1/tickets/" + ticket.id().value()))
                .body(response(ticket));
    }

    @GetMapping("/{id}")
    @Operation(
            operationId = "getTicket",
            summary = "Read a ticket",
            description = "The ticket that the account took, with how many before it have not been called yet.")
    @TicketProblem.Answers(TicketProblem.TICKET_UNKNOWN)
    TicketResponse get(@Parameter(description = "The id of the ticket.") @PathVariable UUID id, Caller caller) {
        return tickets.find(new TicketId(id))
                .filter(ticket -> ticket.takenBy().equals(caller.subject()))
                .map(this::response)
                .orElseThrow(() -> Problem.of(TicketProblem.TICKET_UNKNOWN).with("ticket", id));
    }

    private TicketResponse response(Ticket ticket) {
        return TicketResponse.of(ticket, tickets.ahead(ticket));
    }
}
