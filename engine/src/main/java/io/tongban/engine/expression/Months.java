package io.tongban.engine.expression;

import java.time.LocalDate;

/**
 * A number of months that must pass after a day.
 *
 * @param count 0: none is asked for
 * @param end which day is meant where there is no corresponding one
 */
public record Months(int count, MonthEnd end) {

    public static final Months NONE = new Months(0, MonthEnd.LAST_DAY);

    /** The day on which they have passed. */
    public LocalDate after(LocalDate day) {
        return end.plusMonths(day, count);
    }
}
