package io.tongban.permit.casefile.notice;

import io.tongban.engine.assessment.Assessment;
import io.tongban.engine.assessment.Outcome;
import io.tongban.engine.papers.LastDay;
import io.tongban.engine.point.OpenPoint;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a look found, as far as a notice tells it.
 *
 * @param today the day of the look
 * @param outcome before a point that does not bind counts as what a person decides
 * @param points what is open, asked and waiting
 * @param readyOn null: unknown
 * @param until the last day of every paper that was brought for a criterion that is asked
 */
public record LookFindings(
        LocalDate today,
        Outcome outcome,
        List<OpenPoint> points,
        @Nullable LocalDate readyOn,
        List<LastDay> until) {

    public LookFindings {
        points = List.copyOf(points);
        until = List.copyOf(until);
    }

    public static LookFindings of(LocalDate today, Assessment assessment, List<LastDay> until) {
        return new LookFindings(today, assessment.outcome(), assessment.points(), assessment.readyOn(), until);
    }

    /** Whether a case that was received provisionally does not settle by it as it was meant to. */
    boolean settlesOtherwise() {
        return switch (outcome) {
            case ELIGIBLE, PROVISIONAL -> false;
            case INCOMPLETE, NOT_YET, REVIEW, INELIGIBLE -> true;
        };
    }
}
