package io.tongban.community.visit;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tongban.community.ticket.Desk;
import io.tongban.community.ticket.TicketProblem;
import io.tongban.community.visitpass.VisitPasses;
import io.tongban.community.window.ServiceWindow;
import io.tongban.community.window.WindowProblem;
import io.tongban.platform.idempotency.IdempotentCreate;
import io.tongban.platform.security.Caller;
import jakarta.validation.Valid;
import java.net.URI;
import java.util.UUID;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The visits that clerks open and read, and their passes. */
@RestController
@RequestMapping("/api/v1/visits")
@Tag(name = "visits", description = "The truth about visits: who was served where, what was checked and what was not.")
class VisitController {

    private static final String ID = "The id of the visit.";

    private final Desk desk;
    private final OpenVisit openVisit;
    private final VisitAccess access;
    private final VisitPasses passes;

    VisitController(Desk desk, OpenVisit openVisit, VisitAccess access, VisitPasses passes) {
        this.desk = desk;
        this.openVisit = openVisit;
        this.access = access;
        this.passes = passes;
    }

    @PostMapping
    @IdempotentCreate
    @Operation(
            operationId = "openVisit",
            summary = "Open a visit",
            description =
                    "Opens a visit at the clerk's own window and issues the visit pass with which the clerk works on the"
                            + " case. The pass is shown here and when it is renewed, and never again.")
    @WindowProblem.Answers({WindowProblem.WINDOW_UNKNOWN, WindowProblem.WINDOW_NOT_YOURS, WindowProblem.ITEM_UNKNOWN})
    @VisitProblem.Answers(VisitProblem.VISIT_STILL_OPEN)
    @TicketProblem.Answers({
        TicketProblem.TICKET_ALREADY_CALLED,
        TicketProblem.TICKET_ENDED,
        TicketProblem.TICKET_NOT_FOR_THIS_VISIT,
        TicketProblem.ITEM_NOT_TAKEN_HERE
    })
    ResponseEntity<VisitResponse> open(@Valid @RequestBody VisitRequest request, Caller clerk) {
        ServiceWindow window = desk.staffedBy(clerk, request.window(), request.item());
        Visit visit = openVisit.open(window, request.item(), request.ticket(), request.present(), clerk.subject());
        return ResponseEntity.created(URI.create("/api/v1/visits/" + visit.id().value()))
                .cacheControl(CacheControl.noStore())
                .body(VisitResponse.of(visit, passes.issue(visit.served())));
    }

    @GetMapping("/{id}")
    @Operation(
            operationId = "getVisit",
            summary = "Read a visit",
            description = "The clerk's own visit, with how it ended if it has.")
    @VisitProblem.Answers(VisitProblem.VISIT_UNKNOWN)
    VisitResponse get(@Parameter(description = ID) @PathVariable UUID id, Caller clerk) {
        return VisitResponse.of(access.own(id, clerk));
    }

    @PostMapping("/{id}/pass")
    @Operation(
            operationId = "renewVisitPass",
            summary = "Renew the pass of a visit",
            description =
                    "Issues another pass while the visit is open, on the day of the visit, as long as the clerk works at its window.")
    @WindowProblem.Answers({WindowProblem.WINDOW_UNKNOWN, WindowProblem.WINDOW_NOT_YOURS, WindowProblem.ITEM_UNKNOWN})
    @VisitProblem.Answers({
        VisitProblem.VISIT_UNKNOWN,
        VisitProblem.VISIT_ALREADY_ENDED,
        VisitProblem.VISIT_OF_ANOTHER_DAY
    })
    @TicketProblem.Answers(TicketProblem.ITEM_NOT_TAKEN_HERE)
    ResponseEntity<VisitResponse> renewPass(@Parameter(description = ID) @PathVariable UUID id, Caller clerk) {
        Visit visit = access.goingOn(id, clerk);
        desk.staffedBy(clerk, visit.place().window().value(), visit.item()); // they may have moved since it was opened
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(VisitResponse.of(visit, passes.issue(visit.served())));
    }
}
