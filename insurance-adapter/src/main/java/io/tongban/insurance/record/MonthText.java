package io.tongban.insurance.record;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The months that a cell names, in all the spellings that bureaux use. */
final class MonthText {

    /** After a point a month has two digits: {@code 2017.1} may be October, in a number that lost its zero. */
    private static final String MONTH =
            "([0-9]{4}) ?(?:([0-9]{2})|年 ?([0-9]{1,2}) ?月(?: ?份)?|[-/]([0-9]{1,2})|\\.([0-9]{2}))";

    private static final Pattern ONE = Pattern.compile(MONTH);
    private static final Pattern SPAN = Pattern.compile(MONTH + " ?(?:-{1,2}|~|至|到) ?" + MONTH + "(?: ?止)?");
    private static final Pattern DATE = Pattern.compile(
            "([0-9]{4})"
                    + "(?:([0-9]{2})([0-9]{2})|[-/.]([0-9]{1,2})[-/.]([0-9]{1,2})| ?年 ?([0-9]{1,2}) ?月 ?([0-9]{1,2}) ?[日号])"
                    + "(?:[ T]?(?:[0-9]{1,2}[:时][0-9]{1,2}(?:[:分](?:[0-9]{1,2}(?:\\.[0-9]{1,9})?秒?)?)?|[0-9]{6})(?:\\+08:?00)?)?");
    private static final Pattern ZEROS = Pattern.compile("0+(?:[-/.]0+){0,2}");

    private static final int GROUPS_OF_A_MONTH = 5;
    private static final int LONGEST_SPAN = 120;
    private static final int EARLIEST_YEAR = 1949;
    private static final int LATEST_YEAR = 2199;

    private MonthText() {}

    /**
     * The month or the span of months that the text names; empty when it names none.
     *
     * @throws UnreadableText if there is text that is neither
     */
    static List<YearMonth> months(String text) throws UnreadableText {
        if (saysNothing(text)) {
            return List.of();
        }
        String plain = CellText.hyphens(CellText.plain(text));
        Matcher one = ONE.matcher(plain);
        if (one.matches()) {
            return List.of(month(one, 0));
        }
        Matcher span = SPAN.matcher(plain);
        if (!span.matches()) {
            throw new UnreadableText();
        }
        YearMonth first = month(span, 0);
        YearMonth last = month(span, GROUPS_OF_A_MONTH);
        if (last.isBefore(first) || last.isAfter(first.plusMonths(LONGEST_SPAN - 1))) {
            throw new UnreadableText();
        }
        return Stream.iterate(first, month -> !month.isAfter(last), month -> month.plusMonths(1))
                .toList();
    }

    /**
     * The month that the text names or in which the day lies that it names; empty when it names neither.
     *
     * @throws UnreadableText if there is text that is neither
     */
    static Optional<YearMonth> monthOrDay(String text) throws UnreadableText {
        if (saysNothing(text)) {
            return Optional.empty();
        }
        String plain = CellText.hyphens(CellText.plain(text));
        Matcher one = ONE.matcher(plain);
        if (one.matches()) {
            return Optional.of(month(one, 0));
        }
        Matcher date = DATE.matcher(plain);
        if (!date.matches()) {
            throw new UnreadableText();
        }
        int month = number(date, 2, 4, 6);
        return Optional.of(monthOfDay(number(date, 1), month, number(date, 3, 5, 7)));
    }

    private static boolean saysNothing(String text) throws UnreadableText {
        return CellText.saysNothing(text)
                || ZEROS.matcher(CellText.hyphens(CellText.code(text))).matches();
    }

    private static YearMonth month(Matcher matcher, int groupsBefore) throws UnreadableText {
        int year = number(matcher, groupsBefore + 1);
        int month = number(matcher, groupsBefore + 2, groupsBefore + 3, groupsBefore + 4, groupsBefore + 5);
        return monthOfDay(year, month, 1);
    }

    private static YearMonth monthOfDay(int year, int month, int day) throws UnreadableText {
        if (year < EARLIEST_YEAR || year > LATEST_YEAR) {
            throw new UnreadableText();
        }
        try {
            return YearMonth.from(LocalDate.of(year, month, day));
        } catch (DateTimeException noSuchDay) {
            throw new UnreadableText();
        }
    }

    private static int number(Matcher matcher, int... groups) {
        for (int group : groups) {
            @Nullable String text = matcher.group(group);
            if (text != null) {
                return Integer.parseInt(text);
            }
        }
        throw new IllegalStateException("one of these groups matches");
    }
}
