package io.tongban.engine.comparison.person;

import io.tongban.engine.rule.Rules;
import io.tongban.engine.standard.Alternative;
import io.tongban.engine.standard.Asked;
import io.tongban.engine.standard.Criterion;
import io.tongban.engine.standard.Demand;
import java.util.ArrayList;
import java.util.List;

/**
 * What of a criterion has papers and rules of its own: the criterion itself, or one of its alternatives.
 *
 * @param alternative its id; the empty word for the criterion itself
 */
public record CriterionPart(String alternative, Asked asked, Rules rules) {

    /** The criterion itself, and then its alternatives. */
    public static List<CriterionPart> of(Criterion criterion) {
        List<CriterionPart> parts = new ArrayList<>();
        parts.add(new CriterionPart("", criterion.papers(), criterion.rules()));
        for (Alternative alternative : criterion.alternatives()) {
            parts.add(new CriterionPart(alternative.id(), alternative.asked(), alternative.rules()));
        }
        return parts;
    }

    /** What is to be brought, where it is single papers. */
    public List<Demand> demands() {
        return asked instanceof Asked.Papers papers ? papers.demands() : List.of();
    }

    /** Every kind of paper that is asked for, each of an either-or as one of its own. */
    public List<PaperAsked> papers() {
        return PaperAsked.of(asked);
    }
}
