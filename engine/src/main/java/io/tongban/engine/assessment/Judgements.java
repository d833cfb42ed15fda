package io.tongban.engine.assessment;

import io.tongban.engine.papers.Paper;
import io.tongban.engine.rule.CriterionState;
import io.tongban.engine.rule.NamedPaper;
import io.tongban.engine.standard.Criterion;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What one criterion came to: one judgement, or one for each kind of insurance where no kind makes up for another. The worst
 * decides, and what is open for any is open.
 *
 * @param each the kind with the fewest counted months first; at least one
 */
record Judgements(List<Judgement> each) {

    Judgements {
        each = List.copyOf(each);
    }

    /** The worst; of equals the first. */
    Judgement deciding() {
        return Collections.max(
                each, Comparator.comparing(judgement -> judgement.verdict().state()));
    }

    Criterion criterion() {
        return each.getFirst().criterion();
    }

    CriterionState state() {
        return deciding().verdict().state();
    }

    /** Whether the ready date can be known. */
    boolean isForecast() {
        return each.stream().allMatch(judgement -> judgement.verdict().forecast());
    }

    /** The last of the days on which they are met; null where none is known. */
    @Nullable
    LocalDate metOn() {
        return each.stream()
                .map(judgement -> judgement.verdict().metOn())
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    /** Whether it is open for one of them because its source is silent, or was not read again. */
    boolean waitsForSource() {
        return each.stream().anyMatch(judgement -> judgement.verdict().waitsForSource());
    }

    List<NamedPaper> missing() {
        TreeSet<NamedPaper> missing = new TreeSet<>();
        each.forEach(judgement -> missing.addAll(judgement.verdict().missing()));
        return List.copyOf(missing);
    }

    List<Paper> reliedOn() {
        return each.stream()
                .flatMap(judgement -> judgement.reliedOn().stream())
                .distinct()
                .toList();
    }
}
