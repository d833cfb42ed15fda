package io.tongban.permit.assessment;

import io.tongban.permit.standard.CriterionState;
import io.tongban.permit.standard.LegalBasis;
import io.tongban.permit.standard.Text;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one criterion comes to.
 *
 * @param figures the figures that it was decided on
 * @param missing what is to be brought for it: a kind of paper, with {@code :unit} where one unit's paper is meant
 * @param metOn the day on which it will be met by time alone; null unless it is {@code NOT_YET}
 * @param suggested the suggested answer of a {@code REVIEW}; else null
 */
public record CriterionResult(
        String id,
        Text name,
        CriterionState state,
        List<LegalBasis> basis,
        Map<String, String> figures,
        List<Reason> reasons,
        List<String> missing,
        @Nullable LocalDate metOn,
        @Nullable CriterionState suggested) {

    public CriterionResult {
        basis = List.copyOf(basis);
        figures = Map.copyOf(figures);
        reasons = List.copyOf(reasons);
        missing = List.copyOf(missing);
    }
}
