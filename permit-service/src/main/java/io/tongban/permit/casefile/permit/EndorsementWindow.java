package io.tongban.permit.casefile.permit;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The days on which an endorsement is received in time.
 *
 * @param from a month before the full year
 * @param fullYearOn the day on which a full year has passed since the anchor, or several
 * @param last that day, or the next working day
 * @param provisional whether the calendar does not reach {@code last}, so that the day may move
 */
public record EndorsementWindow(LocalDate from, LocalDate fullYearOn, LocalDate last, boolean provisional) {

    private static final int DAYS_FROM_REMINDER_TO_FULL_YEAR = 7;

    public EndorsementTiming timing(LocalDate receivedOn) {
        if (receivedOn.isBefore(from)) {
            return EndorsementTiming.TOO_EARLY;
        }
        return receivedOn.isAfter(last) ? EndorsementTiming.LATE : EndorsementTiming.IN_TIME;
    }

    /** The days on which the holder is reminded: the first one, and a week before the full year. */
    public List<LocalDate> reminders() {
        return List.of(from, fullYearOn.minusDays(DAYS_FROM_REMINDER_TO_FULL_YEAR));
    }

    /**
     * What becomes of the permit if it is not endorsed: on the day after the last one, or after a case that was received by then
     * has ended. Empty while such a case is with the authority.
     *
     * @param cases the cases for this endorsement, none of which was granted
     * @param notEndorsed what the standard that is in force on a day says
     */
    public Optional<Unendorsed> unendorsed(List<EndorsementCase> cases, Function<LocalDate, NotEndorsed> notEndorsed) {
        LocalDate until = last;
        for (EndorsementCase endorsement : cases) {
            if (endorsement.wasWithTheAuthorityOn(last)) {
                LocalDate endedOn = endorsement.endedOn();
                if (endedOn == null) {
                    return Optional.empty();
                }
                until = endedOn.isAfter(until) ? endedOn : until;
            }
        }
        return Optional.of(new Unendorsed(notEndorsed.apply(last).state(), until.plusDays(1)));
    }
}
