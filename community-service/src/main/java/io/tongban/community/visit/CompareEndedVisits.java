package io.tongban.community.visit;

import io.tongban.community.finding.FindingCategory;
import io.tongban.community.finding.Findings;
import io.tongban.community.permitservice.CriterionNames;
import io.tongban.community.permitservice.ItemCriteria;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Compares the points of visits that ended while the criteria of the item's standards could not be read.
 *
 * <p>Nothing is refused any more: what differs is a finding. A replica that dies in between leaves a visit to be compared again, and
 * a finding is added once.
 */
@Component
class CompareEndedVisits {

    private static final int AT_ONCE = 50;

    private final Visits visits;
    private final CriterionNames criterionNames;
    private final Findings findings;

    CompareEndedVisits(Visits visits, CriterionNames criterionNames, Findings findings) {
        this.visits = visits;
        this.criterionNames = criterionNames;
        this.findings = findings;
    }

    /** All that can be compared now. */
    void compareAll() {
        Set<String> unread = new HashSet<>();
        List<VisitId> some = visits.uncompared(null, AT_ONCE);
        while (!some.isEmpty()) {
            some.forEach(id -> visits.find(id)
                    .filter(visit -> !unread.contains(visit.item()))
                    .ifPresent(visit -> compare(visit, unread)));
            some = visits.uncompared(some.getLast(), AT_ONCE);
        }
    }

    private void compare(Visit visit, Set<String> unread) {
        VisitEnd.Outcome outcome = Objects.requireNonNull(visit.end()).outcome();
        Optional<ItemCriteria> criteria =
                criterionNames.of(visit.item(), outcome.points().toCheck());
        if (criteria.isEmpty()) {
            unread.add(visit.item());
            return;
        }
        if (differ(outcome, criteria.get())) {
            findings.add(
                    FindingCategory.POINTS_DIFFER,
                    visit.id().value(),
                    visit.place().ofFinding(),
                    visit.item(),
                    visit.startedOn());
        }
        visits.compared(visit.id());
    }

    private static boolean differ(VisitEnd.Outcome outcome, ItemCriteria criteria) {
        if (criteria.isNone()) {
            return false;
        }
        return !criteria.outside(outcome.points().toCheck()).isEmpty()
                || (outcome.caseId() != null
                        && !criteria.lacking(outcome.points().toCheck()).isEmpty());
    }
}
