package io.tongban.community.visit;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tongban.community.permitservice.CriterionNames;
import io.tongban.community.ticket.Desk;
import io.tongban.community.ticket.TicketProblem;
import io.tongban.community.visitpass.VisitPasses;
import io.tongban.community.window.ServiceWindow;
import io.tongban.community.window.WindowProblem;
import io.tongban.platform.clock.BusinessClock;
import io.tongban.platform.idempotency.IdempotentCreate;
import io.tongban.platform.problem.Problem;
import io.tongban.platform.problem.ShownName;
import io.tongban.platform.security.Caller;
import jakarta.validation.Valid;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The visits that clerks open and end. */
@RestController
@RequestMapping("/api/v1/visits")
@Tag(name = "visits", description = "The truth about visits: who was served where, what was checked and what was not.")
class VisitController {

    private static final String ID = "The id of the visit.";

    private final Desk desk;
    private final OpenVisit openVisit;
    private final EndVisit endVisit;
    private final Visits visits;
    private final VisitPasses passes;
    private final Handover handover;
    private final CriterionNames criterionNames;
    private final BusinessClock clock;

    VisitController(
            Desk desk,
            OpenVisit openVisit,
            EndVisit endVisit,
            Visits visits,
            VisitPasses passes,
            Handover handover,
            CriterionNames criterionNames,
            BusinessClock clock) {
        this.desk = desk;
        this.openVisit = openVisit;
        this.endVisit = endVisit;
        this.visits = visits;
        this.passes = passes;
        this.handover = handover;
        this.criterionNames = criterionNames;
        this.clock = clock;
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
        TicketProblem.TICKET_NOT_FOR_THIS_VISIT,
        TicketProblem.ITEM_NOT_TAKEN_HERE
    })
    ResponseEntity<VisitResponse> open(@Valid @RequestBody VisitRequest request, Caller clerk) {
        ServiceWindow window = desk.staffedBy(clerk, request.window(), request.item());
        Visit visit = openVisit.open(window, request.item(), request.ticket(), clerk.subject());
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
        return VisitResponse.of(own(id, clerk));
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
        Visit visit = own(id, clerk);
        if (!visit.isOpen()) {
            throw Problem.of(VisitProblem.VISIT_ALREADY_ENDED).with("visit", id);
        }
        LocalDate startedOn = visit.startedAt().toLocalDate();
        if (!startedOn.equals(clock.today())) {
            throw Problem.of(VisitProblem.VISIT_OF_ANOTHER_DAY)
                    .with("visit", id)
                    .with("startedOn", startedOn.toString());
        }
        desk.staffedBy(clerk, visit.place().window().value(), visit.item()); // they may have moved since it was opened
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(VisitResponse.of(visit, passes.issue(visit.served())));
    }

    @PostMapping("/{id}/end")
    @Operation(
            operationId = "endVisit",
            summary = "End a visit",
            description =
                    "Records what was to be checked and what was. A visit that did not check everything is partial: it"
                            + " needs a reason, gives no notice, and is answered with the windows at which to go on.")
    @VisitProblem.Answers({
        VisitProblem.VISIT_UNKNOWN,
        VisitProblem.VISIT_ALREADY_ENDED,
        VisitProblem.POINT_OUTSIDE_STANDARD,
        VisitProblem.POINT_NOT_TO_CHECK,
        VisitProblem.POINT_CHECKED_TWICE,
        VisitProblem.PARTIAL_VISIT_NEEDS_REASON,
        VisitProblem.PARTIAL_VISIT_GIVES_NO_NOTICE
    })
    VisitResponse end(
            @Parameter(description = ID) @PathVariable UUID id,
            @Valid @RequestBody EndVisitRequest request,
            Caller clerk) {
        Visit open = own(id, clerk);
        if (!open.isOpen()) {
            throw Problem.of(VisitProblem.VISIT_ALREADY_ENDED).with("visit", id);
        }
        CheckedPoints points = request.points();
        boolean compared =
                compare(points, open.item()); // before the transaction: a slow answer must not hold a connection
        Visit ended = endVisit.end(open.id(), points, compared, request.caseId(), request.notice(), request.reason());
        return VisitResponse.of(ended, handover.windowsAfter(ended));
    }

    /** Whether the points could be compared with the criteria of the item's standards. */
    private boolean compare(CheckedPoints points, String item) {
        Optional<Set<String>> names = criterionNames.of(item, points.toCheck());
        names.ifPresent(known -> {
            List<String> outside = points.toCheck().stream()
                    .filter(point -> !known.contains(point))
                    .toList();
            if (!outside.isEmpty()) {
                throw Problem.of(VisitProblem.POINT_OUTSIDE_STANDARD)
                        .with("criteria", outside.stream().map(ShownName::of).toList());
            }
        });
        return names.isPresent();
    }

    private Visit own(UUID id, Caller clerk) {
        return visits.find(new VisitId(id))
                .filter(visit -> visit.clerk().equals(clerk.subject()))
                .orElseThrow(() -> Problem.of(VisitProblem.VISIT_UNKNOWN).with("visit", id));
    }
}
