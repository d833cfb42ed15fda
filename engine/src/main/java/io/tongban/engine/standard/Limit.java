package io.tongban.engine.standard;

import io.tongban.engine.basis.LegalBasis;
import io.tongban.engine.basis.Origin;
import java.time.LocalDate;
import java.util.List;

/**
 * A time limit of a standard.
 *
 * @param endsOnWorkingDay an end on a rest day moves to the next working day
 * @param basis none where no text names it
 */
public record Limit(int days, DayUnit unit, boolean endsOnWorkingDay, List<LegalBasis> basis, Origin origin) {

    /** The unit that a limit is counted in, kept because texts and guides differ in it. */
    public enum DayUnit {
        CALENDAR_DAY,
        WORKING_DAY;

        /** The day that is so many of these days after another, which does not count. */
        public LocalDate plus(LocalDate day, int count, WorkingCalendar calendar) {
            return switch (this) {
                case CALENDAR_DAY -> day.plusDays(count);
                case WORKING_DAY -> calendar.plusWorkingDays(day, count);
            };
        }

        /** The day that is so many of these days before another, which does not count. */
        public LocalDate minus(LocalDate day, int count, WorkingCalendar calendar) {
            return switch (this) {
                case CALENDAR_DAY -> day.minusDays(count);
                case WORKING_DAY -> calendar.minusWorkingDays(day, count);
            };
        }

        /** Whether the day is one of these. */
        public boolean counts(LocalDate day, WorkingCalendar calendar) {
            return switch (this) {
                case CALENDAR_DAY -> true;
                case WORKING_DAY -> calendar.isWorkingDay(day);
            };
        }
    }

    public Limit {
        basis = List.copyOf(basis);
        if (days < 0) {
            throw new IllegalArgumentException("days must not be negative, was " + days);
        }
    }

    /** The last day of the limit; the day it starts on does not count. */
    public LocalDate dueOn(LocalDate startsOn, WorkingCalendar calendar) {
        LocalDate end = unit.plus(startsOn, days, calendar);
        return endsOnWorkingDay ? calendar.sameOrNextWorkingDay(end) : end;
    }
}
