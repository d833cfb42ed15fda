package io.tongban.permit.casefile.look;

import io.tongban.engine.assessment.Assessment;
import io.tongban.engine.standard.Criterion;
import io.tongban.engine.standard.Route;
import java.util.List;
import java.util.Set;

/**
 * Whether a look (核验) was a complete one: only such a look gives a notice or an acceptance.
 *
 * @param notLookedAt the criteria that need papers, are not met by papers that hold, and were not looked at; none: it was complete
 */
public record LookCompleteness(boolean complete, List<String> notLookedAt) {

    public LookCompleteness {
        notLookedAt = List.copyOf(notLookedAt);
    }

    /**
     * Of a look in a visit.
     *
     * @param lookedAt the criteria whose papers were looked at in this visit, by this look or an earlier one
     */
    public static LookCompleteness inVisit(Route route, Assessment assessment, Set<String> lookedAt) {
        List<String> notLookedAt = needingPapers(route, assessment).stream()
                .filter(criterion -> !lookedAt.contains(criterion))
                .toList();
        return new LookCompleteness(notLookedAt.isEmpty(), notLookedAt);
    }

    /** Of a look without a visit: there is nothing to look at, so the last visit of the chain decides. */
    public static LookCompleteness withoutVisit(boolean lastVisitWasComplete) {
        return new LookCompleteness(lastVisitWasComplete, List.of());
    }

    /** The criteria that need papers and are not met by papers that hold. */
    private static List<String> needingPapers(Route route, Assessment assessment) {
        return route.criteria().stream()
                .filter(Criterion::needsPapers)
                .map(Criterion::id)
                .filter(criterion -> assessment
                        .criterion(criterion)
                        .filter(result -> !result.state().isSettled())
                        .isPresent())
                .toList();
    }
}
