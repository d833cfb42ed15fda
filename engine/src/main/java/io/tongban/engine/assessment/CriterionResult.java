package io.tongban.engine.assessment;

import io.tongban.engine.basis.LegalBasis;
import io.tongban.engine.basis.Origin;
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
        decidedFrom = List.copyOf(decidedFrom);
    }

    static CriterionResult of(Judgements judgements, Standard standard, @Nullable LocalDate asOf) {
        Criterion criterion = judgements.criterion();
        Judgement deciding = judgements.deciding();
        Ruling ruling = deciding.ruling();
        Alternative alternative = deciding.alternative();
        return new CriterionResult(
                criterion.id(),
                criterion.name(),
                ruling.state(),
                deciding.basis(),
                ruling.figures(),
                reasons(judgements, standard),
                judgements.missing(),
                judgements.waitsForSource(),
                judgements.metOn(),
                ruling.suggested(),
                DecidedFrom.of(judgements, standard, asOf),
                alternative == null ? null : alternative.id(),
                ruling.rule(),
                criterion.origin());
    }

    /** Those of all; what two of them say alike is said once. */
    private static List<Reason> reasons(Judgements judgements, Standard standard) {
        Set<Reason> reasons = new LinkedHashSet<>();
        for (Judgement judgement : judgements.each()) {
            if (!judgement.ruling().reasons().isEmpty()) {
                reasons.addAll(reasons(judgement, standard));
            }
        }
        return List.copyOf(reasons);
    }

    private static List<Reason> reasons(Judgement judgement, Standard standard) {
        Ruling ruling = judgement.ruling();
        Text missing = standard.namesOf(ruling.missing());
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
