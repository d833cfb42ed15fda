package io.tongban.engine.guide;

import io.tongban.engine.rule.Text;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A language that a standard is written in. */
public enum GuideLanguage {
    ZH(Locale.SIMPLIFIED_CHINESE, "yyyy年M月d日", "yyyy年M月"),
    EN(Locale.ENGLISH, "d MMMM yyyy", "MMMM yyyy");

    private final Locale locale;
    private final DateTimeFormatter days;
    private final DateTimeFormatter months;

    GuideLanguage(Locale locale, String days, String months) {
        this.locale = locale;
        this.days = DateTimeFormatter.ofPattern(days, locale);
        this.months = DateTimeFormatter.ofPattern(months, locale);
    }

    /** The language of this name, as {@code lang=} says it; empty if a standard is not written in it. */
    public static Optional<GuideLanguage> named(String name) {
        return Arrays.stream(values())
                .filter(language -> language.word().equals(name))
                .findFirst();
    }

    String word() {
        return locale.getLanguage();
    }

    Locale locale() {
        return locale;
    }

    /** What HTML, PDF and HTTP call it (RFC 5646). */
    public String tag() {
        return switch (this) {
            case ZH -> "zh-Hans";
            case EN -> "en";
        };
    }

    String of(Text text) {
        return switch (this) {
            case ZH -> text.zh();
            case EN -> text.en();
        };
    }

    /** The text where a line begins with it: a standard writes its names as they stand inside a sentence. */
    String heading(Text text) {
        String heading = of(text);
        int first = heading.offsetByCodePoints(0, 1);
        return heading.substring(0, first).toUpperCase(locale) + heading.substring(first);
    }

    String of(LocalDate day) {
        return days.format(day);
    }

    String of(YearMonth month) {
        return months.format(month);
    }
}
