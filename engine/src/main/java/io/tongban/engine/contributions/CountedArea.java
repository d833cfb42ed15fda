package io.tongban.engine.contributions;

import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * An area whose contributions count, read at the contribution month.
 *
 * @param first null: always before
 * @param last null: no end
 */
public record CountedArea(
        String area, @Nullable YearMonth first, @Nullable YearMonth last) {

    /** It counts in this month or counted before. */
    public boolean hasBegunBy(YearMonth month) {
        return first == null || !first.isAfter(month);
    }

    boolean countsIn(YearMonth month) {
        return (first == null || !month.isBefore(first)) && (last == null || !month.isAfter(last));
    }
}
