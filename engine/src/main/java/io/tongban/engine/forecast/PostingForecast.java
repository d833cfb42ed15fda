package io.tongban.engine.forecast;

import io.tongban.engine.expression.MonthEnd;
import java.time.LocalDate;
import java.time.YearMonth;

/**
 * When contribution months will post: each on the posting day of the month after it, but a pending month whose own posting
 * day is not after both application and record on the next posting day after both.
 *
 * @param monthEnd which day is meant in a month that has no such day
 * @param after the later of the application date and the day of the record
 */
public record PostingForecast(int postingDay, MonthEnd monthEnd, LocalDate after) {

    /** The same for an application on that day, with the record of that day. */
    PostingForecast after(LocalDate day) {
        return new PostingForecast(postingDay, monthEnd, day);
    }

    LocalDate ownDay(YearMonth month) {
        return postingDayOf(month.plusMonths(1));
    }

    LocalDate ofPending(YearMonth month) {
        LocalDate own = ownDay(month);
        return own.isAfter(after) ? own : nextAfter(after);
    }

    public LocalDate nextAfter(LocalDate day) {
        LocalDate inMonth = postingDayOf(YearMonth.from(day));
        return inMonth.isAfter(day) ? inMonth : postingDayOf(YearMonth.from(day).plusMonths(1));
    }

    private LocalDate postingDayOf(YearMonth month) {
        LocalDate first = month.atDay(1);
        return postingDay <= month.lengthOfMonth()
                ? first.withDayOfMonth(postingDay)
                : switch (monthEnd) {
                    case LAST_DAY -> month.atEndOfMonth();
                    case DAY_AFTER -> month.plusMonths(1).atDay(1);
                };
    }
}
