package io.tongban.engine.assessment;

import io.tongban.engine.basis.LegalBasis;
import io.tongban.engine.basis.Origin;
import io.tongban.engine.point.Mark;
import io.tongban.engine.point.OpenPoint;
import io.tongban.engine.rule.CriterionState;
import io.tongban.engine.rule.NamedPaper;
import io.tongban.engine.rule.Quoted;
import io.tongban.engine.rule.ReasonText;
import io.tongban.engine.rule.Ruling;
import io.tongban.engine.rule.Template;
import io.tongban.engine.rule.Text;
import io.tongban.engine.standard.Alternative;
import io.tongban.engine.standard.Criterion;
import io.tongban.engine.standard.Standard;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What one criterion comes to.
 *
 * @param figures the figures that it was decided on
 * @param missing what is to be brought for it
 * @param points what is open of it, with what is asked and missing; no part of the canonical form
 * @param mark what makes the state another than the rules say, which is also the code of a reason; null: nothing does; no part of
 *     the canonical form
 * @param waitsForSource whether it is a source that has to answer, or to answer again; no part of the canonical form
 * @param metOn the day on which it will be met, if what is missing is brought; null where no one day is known
 * @param suggested the suggested answer of a {@code REVIEW}; else null
 * @param decidedFrom the registers, sources and papers that it was decided from
 * @param alternative the one of several ways that decided; null where the criterion itself did
 * @param rule the rule that decided, of that alternative or of the criterion itself: its index, the first being 0; no part of
 *     the canonical form
 * @param origin the layer of the standard that asks for it
 */
public record CriterionResult(
        String id,
        Text name,
        CriterionState state,
        List<LegalBasis> basis,
        Map<String, String> figures,
        List<Reason> reasons,
        List<NamedPaper> missing,
        List<OpenPoint> points,
        @Nullable Mark mark,
        boolean waitsForSource,
        @Nullable LocalDate metOn,
        @Nullable CriterionState suggested,
        List<DecidedFrom> decidedFrom,
        @Nullable String alternative,
        int rule,
        Origin origin) {

    public CriterionResult {
        basis = List.copyOf(basis);
        figures = Map.copyOf(figures);
        reasons = List.copyOf(reasons);
        missing = List.copyOf(missing);
        points = List.copyOf(points);
        decidedFrom = List.copyOf(decidedFrom);
    }

    static CriterionResult of(Counted counted, Standard standard, @Nullable LocalDate asOf) {
        Judgements judgements = counted.judgements();
        Criterion criterion = judgements.criterion();
        Judgement deciding = judgements.deciding();
        Ruling ruling = deciding.ruling();
        Alternative alternative = deciding.alternative();
        return new CriterionResult(
                criterion.id(),
                criterion.name(),
                counted.state(),
                deciding.basis(),
                ruling.figures(),
                reasons(counted, standard),
                counted.missing(),
                counted.points(),
                counted.mark(),
                counted.waitsForSource(),
                counted.metOn(),
                counted.suggested(),
                DecidedFrom.of(judgements, standard, asOf),
                alternative == null ? null : alternative.id(),
                ruling.rule(),
                criterion.origin());
    }

    /** Those of all, after what a person set; what two of them say alike is said once. */
    private static List<Reason> reasons(Counted counted, Standard standard) {
        Set<Reason> reasons = new LinkedHashSet<>();
        Mark mark = counted.mark();
        if (mark != null) {
            reasons.add(new Reason(
                    mark.name(), Map.of(), mark.text().reason(), mark.text().remedy()));
        }
        if (mark == null || !mark.isWholeReason()) {
            for (Judgement judgement : counted.judgements().each()) {
                if (!judgement.ruling().reasons().isEmpty()) {
                    reasons.addAll(reasons(judgement, counted, standard));
                }
            }
        }
        return List.copyOf(reasons);
    }

    private static List<Reason> reasons(Judgement judgement, Counted counted, Standard standard) {
        Ruling ruling = judgement.ruling();
        Text missing = standard.namesOf(ruling.missing().stream()
                .filter(paper ->
                        counted.mark() == Mark.CONTESTED || counted.missing().contains(paper))
                .toList());
        Quoted figures = ruling.quoted(standard.words().wording());
        return ruling.reasons().stream()
                .map(raised -> {
                    ReasonText text = judgement.criterion().text(raised.code());
                    return text.quoted().contains(Template.KIND)
                            ? Reason.ofKinds(
                                    raised,
                                    judgement.kinds(),
                                    standard.namesOfKinds(judgement.kinds()),
                                    figures,
                                    missing,
                                    text)
                            : Reason.of(raised, figures, missing, text);
                })
                .toList();
    }
}
