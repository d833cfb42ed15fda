package io.tongban.engine.assessment;

import io.tongban.engine.papers.Paper;
import io.tongban.engine.rule.CriterionState;
import io.tongban.engine.rule.NamedPaper;
import io.tongban.engine.rule.Ruling;
import io.tongban.engine.standard.Criterion;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What one criterion came to: one judgement, or one for each kind of insurance where no kind makes up for another. The worst
 * decides, and what is open for any is open.
 *
 * @param each the kind with the fewest counted months first; at least one
 * @param deciding the worst; of equals the first
 * @param forecast whether the ready date can be known
 * @param metOn the last of the days on which they are met; null where none is known
 * @param waitsForSource whether it is open for one of them because its source is silent, or was not read again
 * @param missing what is to be brought for any of them, sorted, each once
 * @param reliedOn the papers that any of them relies on; one may stand there more than once
 * @param contracts the contracts that a collective word stands for, as any of them says, sorted, each once
 */
record Judgements(
        List<Judgement> each,
        Judgement deciding,
        boolean forecast,
        @Nullable LocalDate metOn,
        boolean waitsForSource,
        List<NamedPaper> missing,
        List<Paper> reliedOn,
        List<NamedPaper> contracts) {

    static Judgements of(Judgement only) {
        Ruling ruling = only.ruling();
        return new Judgements(
                List.of(only),
                only,
                ruling.forecast(),
                ruling.metOn(),
                ruling.waitsForSource(),
                ruling.missing(),
                only.reliedOn(),
                only.contracts());
    }

    /** These and others of the same criterion. */
    Judgements and(Judgements others) {
        return new Judgements(
                both(each, others.each).toList(),
                others.state().compareTo(state()) > 0 ? others.deciding : deciding,
                forecast && others.forecast,
                later(metOn, others.metOn),
                waitsForSource || others.waitsForSource,
                both(missing, others.missing).distinct().sorted().toList(),
                both(reliedOn, others.reliedOn).toList(),
                both(contracts, others.contracts).distinct().sorted().toList());
    }

    Criterion criterion() {
        return deciding.criterion();
    }

    CriterionState state() {
        return deciding.ruling().state();
    }

    private static <T> Stream<T> both(List<T> some, List<T> others) {
        return Stream.concat(some.stream(), others.stream());
    }

    private static @Nullable LocalDate later(@Nullable LocalDate one, @Nullable LocalDate other) {
        return one == null || (other != null && other.isAfter(one)) ? other : one;
    }
}
