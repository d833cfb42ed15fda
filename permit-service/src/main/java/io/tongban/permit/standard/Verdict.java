package io.tongban.permit.standard;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a decision comes to for one person's facts.
 *
 * @param metOn the day on which it will be met; null where no one date is known
 * @param suggested the answer that a reviewer is offered; null: none
 * @param forecast whether the ready date can be known with it
 */
public record Verdict(
        CriterionState state,
        List<Finding> reasons,
        List<String> missing,
        @Nullable LocalDate metOn,
        @Nullable CriterionState suggested,
        boolean forecast,
        Map<String, String> figures) {

    public Verdict {
        reasons = List.copyOf(reasons);
        missing = List.copyOf(missing);
        figures = Map.copyOf(figures);
    }
}
