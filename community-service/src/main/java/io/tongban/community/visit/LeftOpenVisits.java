package io.tongban.community.visit;

import io.tongban.community.finding.FindingCategory;
import io.tongban.community.finding.Findings;
import io.tongban.platform.clock.BusinessClock;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Finds the visits whose day ended before they did; they stay open until somebody ends them. Several replicas may look at once. */
@Service
class LeftOpenVisits {

    private final Visits visits;
    private final Findings findings;
    private final BusinessClock clock;

    LeftOpenVisits(Visits visits, Findings findings, BusinessClock clock) {
        this.visits = visits;
        this.findings = findings;
        this.clock = clock;
    }

    /** How many were found; none: there are no more. */
    @Transactional
    public int findSome() {
        List<VisitId> left = visits.leftOpenBefore(clock.today());
        left.forEach(id -> visits.find(id).ifPresent(this::add));
        return left.size();
    }

    private void add(Visit visit) {
        findings.add(
                FindingCategory.OPEN_VISIT,
                visit.id().value(),
                visit.place().ofFinding(),
                visit.item(),
                visit.startedOn());
    }
}
