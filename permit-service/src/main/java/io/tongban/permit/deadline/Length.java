package io.tongban.permit.deadline;

import io.tongban.engine.standard.Limit;
import io.tongban.engine.standard.Limit.DayUnit;
import io.tongban.engine.standard.WorkingCalendar;
import java.time.LocalDate;

/** A number of days and what is counted; the day from which they are counted is day 0. */
public record Length(int days, DayUnit unit) {

    public Length {
        if (days < 0) {
            throw new IllegalArgumentException("days must not be negative, was " + days);
        }
    }

    /** The length of a standard's limit. */
    public static Length of(Limit limit) {
        return new Length(limit.days(), limit.unit());
    }

    /** The last of these days, be it a working day or not. */
    public LocalDate after(LocalDate day, WorkingCalendar calendar) {
        return unit.plus(day, days, calendar);
    }

    /** The last of these days, or the next working day: until when people must act. */
    public LocalDate rolledAfter(LocalDate day, WorkingCalendar calendar) {
        return calendar.sameOrNextWorkingDay(after(day, calendar));
    }

    LocalDate before(LocalDate day, WorkingCalendar calendar) {
        return unit.minus(day, days, calendar);
    }
}
