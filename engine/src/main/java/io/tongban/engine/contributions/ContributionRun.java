package io.tongban.engine.contributions;

import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The current run of paid months.
 *
 * @param countedMonths the paid months of the run, oldest first; none if there is no current run
 * @param pending the months noted as pending on the way back, oldest first
 * @param gap the months in a row that are not paid and ended the way back, oldest first
 */
public record ContributionRun(List<YearMonth> countedMonths, List<YearMonth> pending, List<YearMonth> gap) {

    public ContributionRun {
        countedMonths = List.copyOf(countedMonths);
        pending = List.copyOf(pending);
        gap = List.copyOf(gap);
    }

    public int counted() {
        return countedMonths.size();
    }

    public boolean isCurrent() {
        return !countedMonths.isEmpty();
    }

    /** Null if there is no current run. */
    public @Nullable YearMonth first() {
        return countedMonths.isEmpty() ? null : countedMonths.getFirst();
    }

    /** Null if there is no current run. */
    public @Nullable YearMonth last() {
        return countedMonths.isEmpty() ? null : countedMonths.getLast();
    }
}
