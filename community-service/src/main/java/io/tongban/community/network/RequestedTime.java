package io.tongban.community.network;

import io.tongban.platform.clock.BusinessClock;
import io.tongban.platform.problem.Problem;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.TemporalAccessor;

/** The dates and times of query strings. */
final class RequestedTime {

    private RequestedTime() {}

    /** @throws Problem {@link NetworkProblem#UNREADABLE_DATE} */
    static LocalDate on(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException cause) {
            throw unreadable(text, "2017-05-08");
        }
    }

    /**
     * A time with its offset, or without one a time in Shanghai; a blank stands for the plus sign that a query string
     * turns into one.
     *
     * @throws Problem {@link NetworkProblem#UNREADABLE_DATE}
     */
    static ZonedDateTime at(String text) {
        try {
            TemporalAccessor time = DateTimeFormatter.ISO_DATE_TIME.parseBest(
                    text.strip().replace(' ', '+'), ZonedDateTime::from, LocalDateTime::from);
            return time instanceof ZonedDateTime zoned
                    ? zoned.withZoneSameInstant(BusinessClock.ZONE)
                    : LocalDateTime.from(time).atZone(BusinessClock.ZONE);
        } catch (DateTimeParseException cause) {
            throw unreadable(text, "2017-05-08T11:15:00+08:00");
        }
    }

    private static Problem unreadable(String text, String example) {
        return Problem.of(NetworkProblem.UNREADABLE_DATE).with("value", text).with("example", example);
    }
}
