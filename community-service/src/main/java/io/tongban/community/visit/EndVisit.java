package io.tongban.community.visit;

import io.tongban.community.finding.FindingCategory;
import io.tongban.community.finding.Findings;
import io.tongban.community.permitservice.EndedVisits;
import io.tongban.community.ticket.HandoverTickets;
import io.tongban.community.ticket.Taker;
import io.tongban.community.ticket.Ticket;
import io.tongban.community.ticket.TicketId;
import io.tongban.community.ticket.Tickets;
import io.tongban.community.trip.PartialCode;
import io.tongban.community.window.ServiceWindow;
import io.tongban.platform.clock.BusinessClock;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Ends a visit with what was checked; a partial one says why, is no notice, and can be handed over to another window. */
@Service
class EndVisit {

    private final Visits visits;
    private final Findings findings;
    private final EndedVisits endedVisits;
    private final Tickets tickets;
    private final HandoverTickets handovers;
    private final BusinessClock businessClock;
    private final Clock systemClock;

    EndVisit(
            Visits visits,
            Findings findings,
            EndedVisits endedVisits,
            Tickets tickets,
            HandoverTickets handovers,
            BusinessClock businessClock,
            Clock systemClock) {
        this.visits = visits;
        this.findings = findings;
        this.endedVisits = endedVisits;
        this.tickets = tickets;
        this.handovers = handovers;
        this.businessClock = businessClock;
        this.systemClock = systemClock;
    }

    /**
     * Records how a visit ended, and what is found of that.
     *
     * @param by the account of whoever ends it
     * @param target the window at which the applicant wishes to go on; null without a handover
     */
    @Transactional
    public Visit end(
            Visit open,
            VisitEnd.Outcome outcome,
            VisitEnd.Comparison comparison,
            String by,
            @Nullable ServiceWindow target) {
        VisitEnd.Handed handover = target == null ? null : handedOver(open, target);
        VisitEnd end = new VisitEnd(outcome, businessClock.now(), systemClock.instant(), handover);
        visits.end(open.id(), end, by);
        if (comparison == VisitEnd.Comparison.LATER) {
            visits.compareLater(open.id());
        }
        addFindings(open, end, comparison);
        endedVisits.add(open.id().value());
        return visits.find(open.id()).orElseThrow();
    }

    private void addFindings(Visit visit, VisitEnd end, VisitEnd.Comparison comparison) {
        VisitEnd.Outcome outcome = end.outcome();
        if (visit.startedOn().isBefore(end.endedAt().toLocalDate())) { // and nobody may have looked since
            add(FindingCategory.OPEN_VISIT, visit);
        }
        if (outcome.code() == PartialCode.CLOSING && end.handover() == null && visit.isBegunInTime()) {
            add(FindingCategory.CUT_SHORT, visit);
        }
        if (outcome.code() == PartialCode.NOT_OUR_RESIDENT) {
            add(FindingCategory.RESIDENTS_ONLY, visit);
        }
        if (comparison == VisitEnd.Comparison.LACKING && outcome.caseId() != null) {
            add(FindingCategory.POINTS_DIFFER, visit);
        }
    }

    private void add(FindingCategory category, Visit visit) {
        findings.add(category, visit.id().value(), visit.place().ofFinding(), visit.item(), visit.startedOn());
    }

    private VisitEnd.Handed handedOver(Visit open, ServiceWindow target) {
        Ticket elsewhere = handovers.give(target, open.item(), holder(open));
        return new VisitEnd.Handed(elsewhere.id(), elsewhere.number(), elsewhere.window());
    }

    /** Who took the ticket of the visit takes that of the handover; without one it is the clerk, for whoever has no account. */
    private Ticket.Holder holder(Visit open) {
        TicketId ticket = open.ticket();
        return ticket == null
                ? new Ticket.Holder(open.clerk(), Taker.CLERK)
                : tickets.find(ticket).orElseThrow().holder();
    }
}
