package io.tongban.permit.assessment;

import io.tongban.permit.standard.Alternative;
import io.tongban.permit.standard.Criterion;
import io.tongban.permit.standard.FactValues;
import io.tongban.permit.standard.Verdict;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/** Judges criteria by the facts of the case and the papers that each asks for. */
final class Judge {

    /** Of several alternatives the best decides, in the order of the states; of equals the first in the standard. */
    private static final Comparator<Judgement> BEST = Comparator.comparing(
                    (Judgement judgement) -> judgement.verdict().state())
            .thenComparingInt(judgement -> judgement.verdict().missing().size())
            .thenComparing(Judge::metOn);

    private final FactValues facts;
    private final PapersBrought papers;

    Judge(FactValues facts, PapersBrought papers) {
        this.facts = facts;
        this.papers = papers;
    }

    Judgement judge(Criterion criterion) {
        List<Judgement> alternatives = criterion.alternatives().stream()
                .filter(this::isBrought)
                .map(alternative -> judge(criterion, alternative))
                .toList();
        if (!alternatives.isEmpty()) {
            return alternatives.stream().min(BEST).orElseThrow();
        }
        PaperReading reading = papers.read(criterion.papers());
        return new Judgement(criterion, criterion.decision().decide(facts.and(reading.facts())), reading.reliedOn());
    }

    private boolean isBrought(Alternative alternative) {
        return alternative.isBrought(facts.and(papers.read(alternative.asked()).facts()));
    }

    private Judgement judge(Criterion criterion, Alternative alternative) {
        PaperReading reading = papers.read(alternative.asked());
        Verdict verdict = alternative.decision().decide(facts.and(reading.facts()));
        return new Judgement(criterion, verdict, reading.reliedOn());
    }

    private static LocalDate metOn(Judgement judgement) {
        LocalDate metOn = judgement.verdict().metOn();
        return metOn == null ? LocalDate.MIN : metOn;
    }
}
