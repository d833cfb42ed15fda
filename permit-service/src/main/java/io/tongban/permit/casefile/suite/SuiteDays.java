package io.tongban.permit.casefile.suite;

import io.tongban.platform.suite.SuiteMembers;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lists of days in a suite. */
final class SuiteDays {

    private SuiteDays() {}

    /** None if there is no such member. */
    static List<LocalDate> list(SuiteMembers given, String key) {
        return elements(given, key).stream()
                .map(element -> day(given, key, element))
                .toList();
    }

    /** None if there is no such member. */
    static List<?> elements(SuiteMembers given, String key) {
        return given.find(key)
                .<List<?>>map(value -> {
                    if (value instanceof List<?> elements) {
                        return elements;
                    }
                    throw given.wrong(key, "this is no list; write it in brackets");
                })
                .orElse(List.of());
    }

    static LocalDate day(SuiteMembers given, String key, @Nullable Object value) {
        try {
            return LocalDate.parse(String.valueOf(value));
        } catch (DateTimeParseException noDay) {
            throw given.wrong(key, "'" + value + "' is no day; write it as 2017-05-08");
        }
    }
}
