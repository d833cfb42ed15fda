package io.tongban.permit.assessment;

import java.time.YearMonth;
import java.util.List;

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
}
