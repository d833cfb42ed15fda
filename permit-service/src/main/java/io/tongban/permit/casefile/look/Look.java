package io.tongban.permit.casefile.look;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.tongban.engine.assessment.Outcome;
import io.tongban.engine.point.Point;
import io.tongban.engine.rule.CriterionState;
import io.tongban.engine.rule.NamedPaper;
import io.tongban.engine.standard.StandardReference;
import io.tongban.permit.casefile.look.Sight.Seen;
import io.tongban.platform.clock.BusinessClock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What one look at all criteria found under one standard.
 *
 * @param asOf the day of the record; null where the route reads none
 * @param evidenceId what was read at the source; null when the source was silent as a whole
 * @param sourceSilent whether the outcome waits for a source, as the rule that decided says
 * @param asked null where no source was asked or none answered, and in looks that were stored without it
 * @param seen whose papers were looked at in the last visit; null where everything was, and in looks that were stored without it
 * @param assessment the assessment in its canonical JSON form, as its digest covers it
 */
public record Look(
        StandardReference standard,
        LocalDate appliedOn,
        @Nullable LocalDate asOf,
        @Nullable UUID evidenceId,
        boolean sourceSilent,
        Outcome outcome,
        List<OpenPoint> openPoints,
        @Nullable LocalDate readyOn,
        String digest,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable SourcesAsked asked,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Seen seen,
        String assessment) {

    public Look {
        openPoints = List.copyOf(openPoints);
    }

    /** Whether it was made for an application of that day with a record of that day, if it reads one. */
    public boolean isOf(LocalDate day) {
        return appliedOn.equals(day) && (asOf == null || asOf.equals(day));
    }

    /** The criteria whose papers have still to be looked at; none: the look is complete. */
    public List<String> notLookedAt() {
        return seen == null ? List.of() : seen.notLookedAt();
    }

    /** Whether the papers of every criterion that needs some were looked at; only such a look gives a notice or an acceptance. */
    public boolean wasComplete() {
        return notLookedAt().isEmpty();
    }

    /** When its record was read, in the city's time; null where no more is kept than the day. */
    public @Nullable OffsetDateTime readAt() {
        Instant readAt = asked == null ? null : asked.readAt();
        return readAt == null ? null : readAt.atZone(BusinessClock.ZONE).toOffsetDateTime();
    }

    /** Whether it waits for a source that was not asked, and may answer as soon as it is. */
    public boolean waitsToAsk() {
        return sourceSilent && asked != null && asked.notAll();
    }

    /** Whether nothing is open but papers that may follow. */
    public boolean waitsForPapersOnly() {
        return !openPoints.isEmpty()
                && openPoints.stream().allMatch(point -> point.state() == CriterionState.TOLERABLE);
    }

    /** Shows nothing of the person. */
    @Override
    public String toString() {
        return "Check[" + outcome + ", " + digest + "]";
    }

    /** What is open, each criterion and each paper that it misses. */
    public Set<Point> points() {
        Set<Point> points = new LinkedHashSet<>();
        for (OpenPoint open : openPoints) {
            points.add(new Point(open.criterion(), null));
            open.missing().forEach(paper -> points.add(new Point(open.criterion(), paper)));
        }
        return points;
    }

    /** A criterion that is neither met nor waived, with the papers that it misses. */
    public record OpenPoint(String criterion, CriterionState state, List<NamedPaper> missing) {

        public OpenPoint {
            missing = List.copyOf(missing);
        }
    }
}
