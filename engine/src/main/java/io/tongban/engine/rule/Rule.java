package io.tongban.engine.rule;

import io.tongban.engine.document.Place;
import io.tongban.engine.expression.Expression;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One of the rules of a criterion: if its condition holds, the criterion comes to its state.
 *
 * @param place where it is written
 * @param when null: always
 * @param reasons the codes of the reasons that it gives, each with texts in the criterion
 * @param findings further reasons that the facts bring along; null: none
 * @param missingNamed what is to be brought, named in the standard
 * @param missing what is to be brought, named by the facts; null: nothing
 * @param metOn the day on which the criterion is met if what is to be done is done; null: on the application date, or not
 *     known by one date alone
 * @param suggested the answer that a reviewer is offered; null: none
 * @param forecast whether the ready date can be known with this state
 * @param waitsForSource whether it is a source that has to answer, or to answer again
 */
public record Rule(
        Place place,
        @Nullable Expression when,
        CriterionState state,
        List<String> reasons,
        @Nullable Expression findings,
        List<NamedPaper> missingNamed,
        @Nullable Expression missing,
        @Nullable Expression metOn,
        @Nullable CriterionState suggested,
        boolean forecast,
        boolean waitsForSource,
        Map<String, Expression> figures) {

    public Rule {
        reasons = List.copyOf(reasons);
        missingNamed = missingNamed.stream().distinct().sorted().toList();
        figures = Map.copyOf(figures);
        if (waitsForSource && (state != CriterionState.PENDING || forecast)) {
            throw new IllegalArgumentException("only PENDING without a forecast waits for a source");
        }
    }
}
