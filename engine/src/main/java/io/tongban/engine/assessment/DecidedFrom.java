package io.tongban.engine.assessment;

import io.tongban.engine.papers.Paper;
import io.tongban.engine.rule.Text;
import io.tongban.engine.standard.Criterion;
import io.tongban.engine.standard.Standard;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a criterion was decided from: a register or a source, or a paper that was brought.
 *
 * @param register {@code identity}, {@code residence}, {@code contributions} or {@code answers}; null for a paper
 * @param name of the register or the kind of paper, as the standard says it
 * @param asOf the day on which the source answered; null where that is not a matter of days
 * @param paper the paper; null for a register
 */
public record DecidedFrom(
        @Nullable String register,
        Text name,
        @Nullable LocalDate asOf,
        @Nullable Paper paper) {

    static List<DecidedFrom> of(Judgements judgements, Standard standard, @Nullable LocalDate asOf) {
        List<DecidedFrom> from = new ArrayList<>();
        Criterion criterion = judgements.criterion();
        for (String register : criterion.registers()) {
            boolean isSource = register.equals(Criterion.CONTRIBUTIONS);
            if (!isSource || asOf != null) { // a source that was not asked decided nothing
                Text name = standard.words().evidence().getOrDefault(register, new Text(register, register));
                from.add(new DecidedFrom(register, name, isSource ? asOf : null, null));
            }
        }
        List<Paper> papers = new ArrayList<>(new LinkedHashSet<>(judgements.reliedOn()));
        papers.sort(Paper.ORDER);
        for (Paper paper : papers) {
            if (standard.paperKinds().contains(paper.kind())) {
                Text name = standard.words().paper(paper.kind()).name();
                from.add(new DecidedFrom(null, name, null, paper));
            }
        }
        return from;
    }
}
