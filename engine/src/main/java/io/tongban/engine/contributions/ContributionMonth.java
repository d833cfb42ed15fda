package io.tongban.engine.contributions;

import java.time.YearMonth;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * One calendar month of the history.
 *
 * @param units the units whose rows gave the month its state, by code; none for a missing month
 */
public record ContributionMonth(
        YearMonth month, MonthState state, Set<HistoryFlag> flags, List<ContributionUnit> units) {

    public ContributionMonth {
        flags = flags.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(flags));
        units = List.copyOf(units);
    }

    /** A month of which the record says nothing. */
    static ContributionMonth missing(YearMonth month) {
        return new ContributionMonth(month, MonthState.MISSING, Set.of(), List.of());
    }
}
