package io.tongban.engine.assessment;

import java.time.YearMonth;
import java.util.List;
import java.util.stream.Stream;

/**
 * What the sources of contribution records are asked.
 *
 * @param areas the counted areas, sorted
 * @param kinds the kinds of insurance, sorted; more than those that count, because some rows of others are worth a flag
 * @param from the first month asked for
 */
public record ContributionQuestion(List<String> areas, List<String> kinds, YearMonth from) {

    public ContributionQuestion {
        areas = List.copyOf(areas);
        kinds = List.copyOf(kinds);
    }

    /** One question whose answer serves both. */
    public ContributionQuestion and(ContributionQuestion other) {
        return new ContributionQuestion(
                both(areas, other.areas), both(kinds, other.kinds), from.isBefore(other.from) ? from : other.from);
    }

    private static List<String> both(List<String> some, List<String> others) {
        return Stream.concat(some.stream(), others.stream()).distinct().sorted().toList();
    }
}
