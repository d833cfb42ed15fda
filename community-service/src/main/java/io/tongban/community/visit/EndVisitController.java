package io.tongban.community.visit;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tongban.community.permitservice.CriterionNames;
import io.tongban.community.permitservice.ItemCriteria;
import io.tongban.community.ticket.HandoverTickets;
import io.tongban.community.ticket.TicketProblem;
import io.tongban.community.trip.PartialCode;
import io.tongban.community.visit.points.CheckedPoints;
import io.tongban.community.window.ServiceWindow;
import io.tongban.community.window.WindowProblem;
import io.tongban.platform.problem.Problem;
import io.tongban.platform.problem.ShownName;
import io.tongban.platform.security.Caller;
import jakarta.validation.Valid;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The ends of visits: by the clerk, by a handover, or by a supervisor where the clerk left one open. */
@RestController
@RequestMapping("/api/v1/visits")
@Tag(name = "visits")
class EndVisitController {

    private static final String ID = "The id of the visit.";

    private final VisitAccess access;
    private final EndVisit endVisit;
    private final HandoverTickets handovers;
    private final Handover handover;
    private final CriterionNames criterionNames;

    EndVisitController(
            VisitAccess access,
            EndVisit endVisit,
            HandoverTickets handovers,
            Handover handover,
            CriterionNames criterionNames) {
        this.access = access;
        this.endVisit = endVisit;
        this.handovers = handovers;
        this.handover = handover;
        this.criterionNames = criterionNames;
    }

    @PostMapping("/{id}/end")
    @Operation(
            operationId = "endVisit",
            summary = "End a visit",
            description =
                    "Records what was to be checked and what was. A visit that did not check everything is partial: it"
                            + " needs a code, gives no notice, and is answered with the windows at which to go on. A"
                            + " supervisor of the window may end it once its day is over.")
    @VisitProblem.Answers({
        VisitProblem.VISIT_UNKNOWN,
        VisitProblem.VISIT_ALREADY_ENDED,
        VisitProblem.VISIT_OF_TODAY,
        VisitProblem.POINT_OUTSIDE_STANDARD,
        VisitProblem.POINT_NOT_TO_CHECK,
        VisitProblem.POINT_CHECKED_TWICE,
        VisitProblem.PARTIAL_VISIT_NEEDS_CODE,
        VisitProblem.PARTIAL_VISIT_GIVES_NO_NOTICE,
        VisitProblem.COMPLETE_VISIT_HAS_NO_CODE
    })
    @TicketProblem.Answers(TicketProblem.HANDOVER_NOT_WISHED)
    VisitResponse end(
            @Parameter(description = ID) @PathVariable UUID id,
            @Valid @RequestBody EndVisitRequest request,
            Caller caller) {
        Visit open = access.toEnd(id, caller);
        if (request.code() == PartialCode.HANDOVER) { // to no window: nobody can have wished that
            throw Problem.of(TicketProblem.HANDOVER_NOT_WISHED);
        }
        return ended(open, request, request.code(), caller, null);
    }

    @PostMapping("/{id}/handover")
    @Operation(
            operationId = "handOverVisit",
            summary = "End a visit with a handover",
            description =
                    "Ends a visit that did not check everything because the applicant wishes to go on at another window,"
                            + " which takes the item and stays open for another half hour. The applicant has the first"
                            + " ticket in its line.")
    @VisitProblem.Answers({
        VisitProblem.VISIT_UNKNOWN,
        VisitProblem.VISIT_ALREADY_ENDED,
        VisitProblem.VISIT_OF_ANOTHER_DAY,
        VisitProblem.POINT_OUTSIDE_STANDARD,
        VisitProblem.POINT_NOT_TO_CHECK,
        VisitProblem.POINT_CHECKED_TWICE,
        VisitProblem.PARTIAL_VISIT_GIVES_NO_NOTICE,
        VisitProblem.COMPLETE_VISIT_HAS_NO_CODE
    })
    @WindowProblem.Answers({WindowProblem.WINDOW_UNKNOWN, WindowProblem.ITEM_UNKNOWN})
    @TicketProblem.Answers({
        TicketProblem.HANDOVER_NOT_WISHED,
        TicketProblem.HANDOVER_TO_SAME_WINDOW,
        TicketProblem.ITEM_NOT_TAKEN_HERE,
        TicketProblem.WINDOW_CLOSING
    })
    VisitResponse handOver(
            @Parameter(description = ID) @PathVariable UUID id,
            @Valid @RequestBody HandOverVisitRequest request,
            Caller clerk) {
        Visit open = access.goingOn(id, clerk);
        if (!Boolean.TRUE.equals(request.wished())) {
            throw Problem.of(TicketProblem.HANDOVER_NOT_WISHED);
        }
        ServiceWindow target = handovers.target(request.window(), open.place().window(), open.item());
        PartialCode code = Objects.requireNonNullElse(request.end().code(), PartialCode.HANDOVER);
        return ended(open, request.end(), code, clerk, target);
    }

    /** What permit-service is asked for is asked before the transaction: a slow answer must not hold a connection. */
    private VisitResponse ended(
            Visit open,
            EndVisitRequest request,
            @Nullable PartialCode code,
            Caller caller,
            @Nullable ServiceWindow target) {
        CheckedPoints points = request.points();
        VisitEnd.Comparison comparison = compare(points, open.item());
        Visit ended = endVisit.end(
                open, request.outcome(points, comparison.isMade(), code), comparison, caller.subject(), target);
        return VisitResponse.of(ended, handover.windowsAfter(ended));
    }

    private VisitEnd.Comparison compare(CheckedPoints points, String item) {
        ItemCriteria criteria = criterionNames.of(item, points.toCheck()).orElse(null);
        if (criteria == null) {
            return VisitEnd.Comparison.LATER;
        }
        if (criteria.isNone()) {
            return VisitEnd.Comparison.NO_STANDARD;
        }
        Set<String> outside = criteria.outside(points.toCheck());
        if (!outside.isEmpty()) {
            throw Problem.of(VisitProblem.POINT_OUTSIDE_STANDARD)
                    .with("criteria", outside.stream().map(ShownName::of).toList());
        }
        return criteria.lacking(points.toCheck()).isEmpty() ? VisitEnd.Comparison.EQUAL : VisitEnd.Comparison.LACKING;
    }
}
