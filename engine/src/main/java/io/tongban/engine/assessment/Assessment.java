package io.tongban.engine.assessment;

import io.tongban.engine.canonical.CanonicalWriter.Written;
import io.tongban.engine.contributions.ContributionMonth;
import io.tongban.engine.contributions.ContributionRun;
import io.tongban.engine.contributions.HistoryFlag;
import io.tongban.engine.papers.Lapse;
import io.tongban.engine.point.OpenPoint;
import io.tongban.engine.rule.NamedPaper;
import io.tongban.engine.standard.StandardReference;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What all criteria of a route come to for one person's facts. Equal facts give equal assessments, byte for byte in their
 * canonical form; it holds no personal data, window, tier, clerk or time of query.
 *
 * @param asOf the day of the contribution record; null where the route depends on none
 * @param readyOn the first day on which everything is met at the same time if the applicant goes on as now; null: unknown
 * @param through the last contribution month needed; null unless contributions are {@code NOT_YET}
 * @param missing all papers that the notice names, sorted
 * @param months none where the route depends on no contribution record
 * @param run null where the route depends on no contribution record
 * @param flags all flags of the contribution history
 */
public record Assessment(
        StandardReference standard,
        String route,
        LocalDate appliedOn,
        @Nullable LocalDate asOf,
        Outcome outcome,
        List<CriterionResult> criteria,
        @Nullable LocalDate readyOn,
        @Nullable YearMonth through,
        List<NamedPaper> missing,
        List<Lapse> lapsing,
        List<ContributionMonth> months,
        @Nullable ContributionRun run,
        Set<HistoryFlag> flags) {

    public Assessment {
        criteria = List.copyOf(criteria);
        missing = List.copyOf(missing);
        lapsing = List.copyOf(lapsing);
        months = List.copyOf(months);
    }

    public Optional<CriterionResult> criterion(String id) {
        return criteria.stream().filter(result -> result.id().equals(id)).findFirst();
    }

    /** What is open, in the order of the criteria: what is asked of the applicant, and what waits for a source or a person. */
    public List<OpenPoint> points() {
        return criteria.stream().flatMap(result -> result.points().stream()).toList();
    }

    /** Whether the outcome waits for a source that has to answer, or to answer again. */
    public boolean waitsForSource() {
        return criteria.stream().anyMatch(CriterionResult::waitsForSource);
    }

    /** The assessment in the one form of RFC 8785, with its digest; made anew by each call. */
    public Written canonical() {
        return CanonicalAssessment.of(this);
    }
}
