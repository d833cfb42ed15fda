package io.tongban.engine.contributions.record;

import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * What the source of one area said about one kind of insurance in a span of months.
 *
 * @param firstMonth null: from always on; rows without a month lie in such a span only
 * @param lastMonth included; null: without an end
 */
public record Coverage(
        String area,
        String kind,
        @Nullable YearMonth firstMonth,
        @Nullable YearMonth lastMonth,
        CoverageState state) {

    /** All months, and rows without a month. */
    public static Coverage ofAllMonths(String area, String kind, CoverageState state) {
        return new Coverage(area, kind, null, null, state);
    }

    public boolean covers(YearMonth month) {
        return (firstMonth == null || !month.isBefore(firstMonth)) && (lastMonth == null || !month.isAfter(lastMonth));
    }

    public boolean coversAllMonths() {
        return firstMonth == null && lastMonth == null;
    }
}
