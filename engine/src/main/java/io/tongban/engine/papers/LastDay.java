package io.tongban.engine.papers;

import io.tongban.engine.rule.NamedPaper;
import io.tongban.engine.standard.Criterion;
import io.tongban.engine.standard.Route;
import io.tongban.engine.standard.Standard;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/**
 * The last day of a paper that was brought for a criterion that is asked.
 *
 * @param on the last day on which it is valid
 */
public record LastDay(String criterion, NamedPaper paper, LocalDate on) {

    private static final Comparator<LastDay> ORDER = Comparator.comparing(LastDay::criterion)
            .thenComparing(LastDay::paper)
            .thenComparing(LastDay::on);

    /** Those of all papers that have one, whether or not they are still valid and whether or not anything relies on them. */
    public static List<LastDay> of(Standard standard, Route route, List<Paper> papers) {
        List<Paper> brought = papers.stream()
                .filter(paper -> paper.until() != null && paper.isBroughtUnder(standard))
                .toList();
        return route.criteria().stream()
                .filter(Criterion::asked)
                .flatMap(criterion -> brought.stream()
                        .filter(paper -> criterion.paperKinds().contains(paper.kind()))
                        .map(paper -> new LastDay(criterion.id(), paper.named(), paper.lastDay())))
                .distinct()
                .sorted(ORDER)
                .toList();
    }

    /** Whether both speak of one paper, however the code of its unit is written, and of the same day. */
    public boolean isSameAs(LastDay other) {
        return criterion.equals(other.criterion) && on.equals(other.on) && paper.isSameAs(other.paper);
    }
}
