package io.tongban.engine.assessment;

import io.tongban.engine.expression.FactValues;
import io.tongban.engine.papers.PaperReading;
import io.tongban.engine.papers.PapersBrought;
import io.tongban.engine.rule.NamedPaper;
import io.tongban.engine.rule.Ruling;
import io.tongban.engine.standard.Alternative;
import io.tongban.engine.standard.Criterion;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/** Judges criteria by the facts of the case and the papers that each asks for. */
final class Judge {

    /** Of several alternatives the best decides, in the order of the states; of equals the first in the standard. */
    private static final Comparator<Judgement> BEST = Comparator.comparing(
                    (Judgement judgement) -> judgement.ruling().state())
            .thenComparingInt(judgement -> judgement.ruling().missing().size())
            .thenComparing(Judge::metOn);

    private final FactValues facts;
    private final PapersBrought papers;
    private final List<String> kinds;

    /** The facts of contributions, if there are any, are of months of these kinds. */
    Judge(FactValues facts, PapersBrought papers, List<String> kinds) {
        this.facts = facts;
        this.papers = papers;
        this.kinds = List.copyOf(kinds);
    }

    Judgement judge(Criterion criterion) {
        List<Judgement> alternatives = new ArrayList<>();
        for (Alternative alternative : criterion.alternatives()) {
            PaperReading reading = papers.read(alternative.asked());
            FactValues known = facts.and(reading.facts());
            if (alternative.isBrought(known)) {
                alternatives.add(new Judgement(
                        criterion,
                        alternative,
                        alternative.rules().decide(known),
                        reading.reliedOn(),
                        kinds,
                        List.of()));
            }
        }
        if (!alternatives.isEmpty()) {
            return Collections.min(alternatives, BEST);
        }
        PaperReading reading = papers.read(criterion.papers());
        Ruling ruling = criterion.rules().decide(facts.and(reading.facts()));
        return new Judgement(criterion, null, ruling, reading.reliedOn(), kinds, contracts(criterion, ruling));
    }

    /** What a collective word stands for where nothing was brought. */
    private List<NamedPaper> contracts(Criterion criterion, Ruling ruling) {
        return ruling.missing().isEmpty() || criterion.alternatives().isEmpty()
                ? List.of()
                : criterion.contracts().map(papers::contractsOfEmployers).orElse(List.of());
    }

    private static LocalDate metOn(Judgement judgement) {
        LocalDate metOn = judgement.ruling().metOn();
        return metOn == null ? LocalDate.MIN : metOn;
    }
}
