package io.tongban.engine.contributions;

import io.tongban.engine.contributions.record.ContributionRow;
import java.time.YearMonth;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * One calendar month of the history.
 *
 * @param unread the month is not paid, and some counted area and kind of it was not read
 * @param units the units whose rows gave the month its state, by code; none for a missing month
 * @param causes the rows that raise a doubt or explain a month that does not count, in the order of their words
 */
public record ContributionMonth(
        YearMonth month,
        MonthState state,
        boolean unread,
        Set<HistoryFlag> flags,
        List<ContributionUnit> units,
        List<Cause> causes) {

    public ContributionMonth {
        flags = flags.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(flags));
        units = List.copyOf(units);
        causes = List.copyOf(causes);
    }

    /** A month of which the record says nothing. */
    static ContributionMonth missing(YearMonth month) {
        return new ContributionMonth(month, MonthState.MISSING, false, Set.of(), List.of(), List.of());
    }

    /** The same month, of which not everything was read; a paid month is known whatever else there is. */
    ContributionMonth unreadUnlessPaid() {
        return state == MonthState.PAID ? this : new ContributionMonth(month, state, true, flags, units, causes);
    }

    /** The rows that do this to the month. */
    public List<ContributionRow> rows(Cause.Why why) {
        return causes.stream()
                .filter(cause -> cause.why() == why)
                .map(Cause::row)
                .toList();
    }

    public boolean has(Cause.Why why) {
        for (Cause cause : causes) {
            if (cause.why() == why) {
                return true;
            }
        }
        return false;
    }
}
