package io.tongban.engine.standard;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Set;

/**
 * Which days are working days: Monday to Friday, but for the published holidays and make-up days.
 *
 * @param holidays rest days that fall on Monday to Friday or are named anyway
 * @param makeupDays working days on a weekend
 * @param knownUntil the last day of the last year that was published; later days follow the week alone
 */
public record WorkingCalendar(Set<LocalDate> holidays, Set<LocalDate> makeupDays, LocalDate knownUntil) {

    public WorkingCalendar {
        holidays = Set.copyOf(holidays);
        makeupDays = Set.copyOf(makeupDays);
    }

    public boolean isWorkingDay(LocalDate day) {
        if (makeupDays.contains(day)) {
            return true;
        }
        boolean weekend = day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
        return !weekend && !holidays.contains(day);
    }

    /** Beyond the last published year a limit is provisional: it is computed again when the calendar grows. */
    public boolean isProvisional(LocalDate day) {
        return day.isAfter(knownUntil);
    }

    public LocalDate sameOrNextWorkingDay(LocalDate day) {
        LocalDate next = day;
        while (!isWorkingDay(next)) {
            next = next.plusDays(1);
        }
        return next;
    }

    /** The working day that is so many working days after a day, which does not count; that day itself for 0. */
    public LocalDate plusWorkingDays(LocalDate day, int count) {
        LocalDate end = day;
        for (int i = 0; i < count; i++) {
            end = sameOrNextWorkingDay(end.plusDays(1));
        }
        return end;
    }

    /** The working day that is so many working days before a day, which does not count; that day itself for 0. */
    public LocalDate minusWorkingDays(LocalDate day, int count) {
        LocalDate begin = day;
        for (int i = 0; i < count; i++) {
            do {
                begin = begin.minusDays(1);
            } while (!isWorkingDay(begin));
        }
        return begin;
    }
}
