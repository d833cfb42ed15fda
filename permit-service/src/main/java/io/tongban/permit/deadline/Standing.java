package io.tongban.permit.deadline;

import io.tongban.engine.standard.Limit.DayUnit;
import io.tongban.engine.standard.WorkingCalendar;
import java.time.LocalDate;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The days on which a clock stands (中止计时); each is in it once, whatever the reasons are.
 *
 * @param goesOn whether the clock stands until something happens; the days are then those that are counted so far
 */
public record Standing(SortedSet<LocalDate> days, boolean goesOn) {

    static final Standing NONE = new Standing(Collections.emptySortedSet(), false);

    public Standing {
        days = Collections.unmodifiableSortedSet(new TreeSet<>(days));
    }

    /** The days after {@code from} up to {@code to}, that day included; it does not go on where there are none yet. */
    static Standing between(LocalDate from, LocalDate to, boolean goesOn) {
        return to.isAfter(from)
                ? new Standing(
                        from.plusDays(1).datesUntil(to.plusDays(1)).collect(Collectors.toCollection(TreeSet::new)),
                        goesOn)
                : NONE;
    }

    Standing and(Standing other) {
        SortedSet<LocalDate> both = new TreeSet<>(days);
        both.addAll(other.days);
        return new Standing(both, goesOn || other.goesOn);
    }

    /** What of it held up a clock that runs from the day. */
    Standing since(LocalDate day) {
        return new Standing(days.tailSet(day.plusDays(1)), goesOn);
    }

    int count(DayUnit unit, WorkingCalendar calendar) {
        return (int) days.stream().filter(day -> unit.counts(day, calendar)).count();
    }

    /** Whether nothing is sent on the day. */
    boolean isSilentOn(LocalDate day) {
        return goesOn || days.contains(day);
    }
}
