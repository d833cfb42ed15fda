package io.tongban.engine.rule;

import io.tongban.engine.expression.RaisedReason;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the rules of a criterion come to for one person's facts.
 *
 * @param rule the rule that decided: its index among the rules, the first being 0
 * @param metOn the day on which it will be met; null where no one date is known
 * @param suggested the answer that a reviewer is offered; null: none
 * @param forecast whether the ready date can be known with it
 * @param waitsForSource whether it is a source that has to answer, or to answer again
 * @param lists the figures that are lists of more than one, which each language joins in its own way
 */
public record Ruling(
        int rule,
        CriterionState state,
        List<RaisedReason> reasons,
        List<NamedPaper> missing,
        @Nullable LocalDate metOn,
        @Nullable CriterionState suggested,
        boolean forecast,
        boolean waitsForSource,
        Map<String, String> figures,
        Map<String, List<String>> lists) {

    public Ruling {
        reasons = List.copyOf(reasons);
        missing = List.copyOf(missing);
        figures = Map.copyOf(figures);
        lists = Map.copyOf(lists);
    }

    /** The figures as the texts of the criterion quote them. */
    public Quoted quoted(Wording wording) {
        return Quoted.of(figures, lists, wording);
    }
}
