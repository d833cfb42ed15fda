package io.tongban.community.visit;

import io.tongban.community.permitservice.EndedVisits;
import io.tongban.platform.clock.BusinessClock;
import io.tongban.platform.problem.Problem;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Ends a visit with what was checked; a partial one has a reason and is no notice. */
@Service
class EndVisit {

    private final Visits visits;
    private final EndedVisits endedVisits;
    private final BusinessClock businessClock;
    private final Clock systemClock;

    EndVisit(Visits visits, EndedVisits endedVisits, BusinessClock businessClock, Clock systemClock) {
        this.visits = visits;
        this.endedVisits = endedVisits;
        this.businessClock = businessClock;
        this.systemClock = systemClock;
    }

    /**
     * Records how a visit ended.
     *
     * @param compared whether the points were compared with the criteria of the item's standards
     */
    @Transactional
    public Visit end(
            VisitId id,
            CheckedPoints points,
            boolean compared,
            @Nullable UUID caseId,
            @Nullable String notice,
            @Nullable String reason) {
        if (points.completeness() == Completeness.PARTIAL) {
            if (reason == null) {
                throw Problem.of(VisitProblem.PARTIAL_VISIT_NEEDS_REASON).with("unchecked", points.unchecked());
            }
            if (notice != null) {
                throw Problem.of(VisitProblem.PARTIAL_VISIT_GIVES_NO_NOTICE).with("unchecked", points.unchecked());
            }
        }
        visits.end(
                id, new VisitEnd(points, compared, businessClock.now(), systemClock.instant(), reason, caseId, notice));
        endedVisits.add(id.value());
        return visits.find(id).orElseThrow();
    }
}
