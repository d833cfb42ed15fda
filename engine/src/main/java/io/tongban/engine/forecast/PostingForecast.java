package io.tongban.engine.forecast;

import java.time.LocalDate;
import java.time.YearMonth;

/**
 * When contribution months will post: each on the posting day of the month after it, but a pending month whose own posting
 * day is not after both application and record on the next posting day after both.
 *
 * @param after the later of the application date and the day of the record
 */
public record PostingForecast(int postingDay, LocalDate after) {

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
        return month.atDay(Math.min(postingDay, month.lengthOfMonth()));
    }
}
