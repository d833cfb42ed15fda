package io.tongban.permit.deadline;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * One limit of a case, as a clock gives it on the calendar that is known.
 *
 * @param startsOn day 0
 * @param end the last of its days, with those on which the clock stood, be it a working day or not
 * @param due the last day on which the act is in time
 * @param provisional whether the calendar does not reach {@code due}, so that the day may move
 * @param standing while it goes on, {@code due} is that of a rest which ends as early as is known
 * @param reminders the days on which somebody is reminded of this {@code due}
 */
public record CaseLimit(
        CaseClock clock,
        LocalDate startsOn,
        LocalDate end,
        LocalDate due,
        boolean provisional,
        Standing standing,
        List<LocalDate> reminders) {

    public CaseLimit {
        reminders = List.copyOf(reminders);
    }

    /** The day on which the service does what follows when nobody acted: the day after {@code due}, a working day or not. */
    public LocalDate passedOn() {
        return due.plusDays(1);
    }

    /** What is to be recorded when the same limit comes out otherwise on a calendar that has grown; empty if its day stays. */
    public Optional<LimitMoved> movedTo(CaseLimit grown) {
        if (grown.clock != clock || !grown.startsOn.equals(startsOn)) {
            throw new IllegalArgumentException("clock " + grown.clock.number() + " from " + grown.startsOn
                    + " is another limit than clock " + clock.number() + " from " + startsOn);
        }
        return grown.due.equals(due) ? Optional.empty() : Optional.of(new LimitMoved(clock, due, grown.due));
    }
}
