package io.tongban.community.ticket;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tongban.community.window.ServiceWindow;
import io.tongban.community.window.WindowId;
import io.tongban.community.window.WindowProblem;
import io.tongban.platform.clock.BusinessClock;
import io.tongban.platform.entitytag.IfMatch;
import io.tongban.platform.idempotency.IdempotentCreate;
import io.tongban.platform.paging.Page;
import io.tongban.platform.paging.PageRequest;
import io.tongban.platform.security.Caller;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The line of a window, from which its clerks call. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "tickets")
class LineController {

    private static final String TICKET = "The id of the ticket.";

    private static final Pattern CURSOR = Pattern.compile("([0-2])-([0-9]{1,9})");

    private final Desk desk;
    private final CallTicket callTicket;
    private final EndTicket endTicket;
    private final Tickets tickets;
    private final TicketLine line;
    private final TicketAnswers answers;
    private final BusinessClock clock;

    LineController(
            Desk desk,
            CallTicket callTicket,
            EndTicket endTicket,
            Tickets tickets,
            TicketLine line,
            TicketAnswers answers,
            BusinessClock clock) {
        this.desk = desk;
        this.callTicket = callTicket;
        this.endTicket = endTicket;
        this.tickets = tickets;
        this.line = line;
        this.answers = answers;
        this.clock = clock;
    }

    @GetMapping("/tickets")
    @Operation(
            operationId = "listTickets",
            summary = "List the tickets that wait",
            description =
                    "The tickets of today that wait at the clerk's window, called or not, in the order in which they"
                            + " are called: those of handovers first, then those of appointments, then the others.")
    @WindowProblem.Answers({WindowProblem.WINDOW_UNKNOWN, WindowProblem.WINDOW_NOT_YOURS})
    Page<TicketResponse.Waiting> list(
            @Parameter(description = "The id of the window.") @RequestParam UUID window,
            PageRequest page,
            Caller clerk) {
        ServiceWindow found = desk.find(new WindowId(window))
                .orElseThrow(() -> Desk.unknown(window).namedInRequest());
        desk.requireStaffed(found, clerk);
        List<TicketLine.Waiting> waiting = line.list(found.id(), clock.today(), behind(page.after()), page.limit() + 1);
        return Page.of(waiting, page.limit(), LineController::cursor).map(TicketResponse.Waiting::of);
    }

    @PostMapping("/windows/{id}/calls")
    @IdempotentCreate
    @Operation(
            operationId = "callNextTicket",
            summary = "Call the next ticket",
            description = "Calls the first ticket of the line that was not called yet, also after the window closed. Of"
                    + " several clerks who call at once each gets another ticket.")
    @WindowProblem.Answers({WindowProblem.WINDOW_UNKNOWN, WindowProblem.WINDOW_NOT_YOURS})
    @TicketProblem.Answers(TicketProblem.NO_TICKET_WAITS)
    ResponseEntity<TicketResponse> callNext(
            @Parameter(description = "The id of the window.") @PathVariable UUID id, Caller clerk) {
        ServiceWindow window = desk.find(new WindowId(id)).orElseThrow(() -> Desk.unknown(id));
        desk.requireStaffed(window, clerk);
        return answers.created(callTicket.next(window, clerk.subject()));
    }

    @PostMapping("/tickets/{id}/calls")
    @Operation(
            operationId = "callTicketAgain",
            summary = "Call a ticket again",
            description = "Calls a ticket once more that was called before, by any clerk of its window.")
    @TicketProblem.Answers({
        TicketProblem.TICKET_UNKNOWN,
        TicketProblem.TICKET_VERSION_MISSING,
        TicketProblem.TICKET_CHANGED,
        TicketProblem.TICKET_ENDED,
        TicketProblem.TICKET_OF_ANOTHER_DAY,
        TicketProblem.TICKET_NOT_CALLED
    })
    ResponseEntity<TicketResponse> callAgain(
            @Parameter(description = TICKET) @PathVariable UUID id, IfMatch ifMatch, Caller clerk) {
        return answers.of(callTicket.again(TicketAnswers.seen(here(id, clerk), ifMatch), clerk.subject()));
    }

    @PostMapping("/tickets/{id}/absence")
    @Operation(
            operationId = "recordAbsence",
            summary = "Record that nobody came",
            description =
                    "Ends a ticket that was called three times, the last time five minutes after the first or later.")
    @TicketProblem.Answers({
        TicketProblem.TICKET_UNKNOWN,
        TicketProblem.TICKET_VERSION_MISSING,
        TicketProblem.TICKET_CHANGED,
        TicketProblem.TICKET_ENDED,
        TicketProblem.TICKET_OF_ANOTHER_DAY,
        TicketProblem.TICKET_STILL_AWAITED
    })
    ResponseEntity<TicketResponse> absent(
            @Parameter(description = TICKET) @PathVariable UUID id, IfMatch ifMatch, Caller clerk) {
        return answers.of(endTicket.absent(TicketAnswers.seen(here(id, clerk), ifMatch), clerk.subject()));
    }

    /** A ticket of the clerk's window; one of another window does not exist for them. */
    private Ticket here(UUID id, Caller clerk) {
        return tickets.find(new TicketId(id))
                .filter(ticket -> desk.isStaffedBy(clerk, ticket.window()))
                .orElseThrow(() -> TicketAnswers.unknown(id));
    }

    private static String cursor(TicketLine.Waiting ticket) {
        return ticket.position().turn() + "-" + ticket.position().number();
    }

    private static TicketLine.@Nullable Position behind(@Nullable String cursor) {
        if (cursor == null) {
            return null;
        }
        Matcher position = CURSOR.matcher(cursor);
        if (!position.matches()) {
            throw PageRequest.notACursor();
        }
        return new TicketLine.Position(Integer.parseInt(position.group(1)), Integer.parseInt(position.group(2)));
    }
}
