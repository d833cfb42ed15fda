package io.tongban.engine.contributions.record;

import java.time.LocalDate;
import java.util.List;

/**
 * What the sources answered about one person.
 *
 * @param asOf the day on which they answered, called D in the rules
 * @param coverage one entry for each area and kind that was asked; what is not listed was not answered
 * @param duplicateRows how many repeated rows were dropped before
 */
public record ContributionRecord(
        LocalDate asOf, List<Coverage> coverage, List<ContributionRow> rows, int duplicateRows) {

    public ContributionRecord {
        coverage = List.copyOf(coverage);
        rows = List.copyOf(rows);
        if (duplicateRows < 0) {
            throw new IllegalArgumentException("duplicateRows must not be negative, was " + duplicateRows);
        }
    }

    /** No source answered: every area and kind is silent. */
    public static ContributionRecord unavailable(LocalDate asOf) {
        return new ContributionRecord(asOf, List.of(), List.of(), 0);
    }
}
