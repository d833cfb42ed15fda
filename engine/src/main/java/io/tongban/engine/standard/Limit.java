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
        WORKING_DAY
    }

    public Limit {
        basis = List.copyOf(basis);
        if (days < 0) {
            throw new IllegalArgumentException("days must not be negative, was " + days);
        }
    }

    /** The last day of the limit; the day it starts on does not count. */
    public LocalDate dueOn(LocalDate startsOn, WorkingCalendar calendar) {
        LocalDate end = switch (unit) {
            case CALENDAR_DAY -> startsOn.plusDays(days);
            case WORKING_DAY -> calendar.plusWorkingDays(startsOn, days);
        };
        return endsOnWorkingDay ? calendar.sameOrNextWorkingDay(end) : end;
    }
}
