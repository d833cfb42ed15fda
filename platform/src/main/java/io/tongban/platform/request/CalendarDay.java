package io.tongban.platform.request;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Pattern;

/** A day in the form of RFC 3339, which is stricter than ISO 8601: four digits of the year, and no time of day. */
final class CalendarDay {

    private static final Pattern FORM = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");

    private CalendarDay() {}

    /**
     * The day that the text names.
     *
     * @throws DateTimeException if it is none, or in another form
     */
    static LocalDate parse(String text) {
        if (!FORM.matcher(text).matches()) {
            throw new DateTimeException("not a day");
        }
        return LocalDate.parse(text);
    }
}
