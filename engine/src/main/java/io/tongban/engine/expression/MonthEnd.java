package io.tongban.engine.expression;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Which day is meant where a date plus months has no corresponding day, such as 31 January plus one month. */
public enum MonthEnd {
    /** The last day of the month. */
    LAST_DAY("last-day"),
    /** The day after it, the first of the next month. */
    DAY_AFTER("day-after");

    private final String word;

    MonthEnd(String word) {
        this.word = word;
    }

    /** As a standard writes it. */
    public String word() {
        return word;
    }

    /** The words that a standard may write. */
    public static List<String> words() {
        return Arrays.stream(values()).map(MonthEnd::word).toList();
    }

    public static Optional<MonthEnd> of(String word) {
        return Arrays.stream(values()).filter(end -> end.word.equals(word)).findFirst();
    }

    public MonthEnd other() {
        return this == LAST_DAY ? DAY_AFTER : LAST_DAY;
    }

    /** The corresponding day so many months later, or what stands for it. */
    public LocalDate plusMonths(LocalDate date, long months) {
        LocalDate moved = date.plusMonths(months);
        return this == DAY_AFTER && moved.getDayOfMonth() < date.getDayOfMonth() ? moved.plusDays(1) : moved;
    }
}
