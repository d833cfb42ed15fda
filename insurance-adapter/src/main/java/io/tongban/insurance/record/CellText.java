package io.tongban.insurance.record;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.YearMonth;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The readings of a cell's text, in all the spellings that bureaux use. */
final class CellText {

    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cf}\\p{Cc}\\s]+|&nbsp;?");
    private static final Pattern MONTH =
            Pattern.compile("([0-9]{4})(?:([0-9]{2})|年([0-9]{1,2})月(?:份)?|[-/.]([0-9]{1,2}))");
    private static final Pattern DECIMAL = Pattern.compile("([+-]?)([0-9]{1,3}(?:,[0-9]{3})+|[0-9]*)(\\.[0-9]*)?");
    private static final Set<String> NOTHING = Set.of("", "-", "--", "/", "无", "0", "000000");
    private static final int EARLIEST_YEAR = 1949;
    private static final int LATEST_YEAR = 2199;

    private CellText() {}

    /** Half-width and without any blank, no-break space or invisible character: for codes and figures. */
    static String withoutBlanks(String text) {
        return INVISIBLE
                .matcher(Normalizer.normalize(text, Normalizer.Form.NFKC).replace('\u2212', '-'))
                .replaceAll("");
    }

    /** As written, with blanks and no-break spaces at the ends removed and inside made one space: for names. */
    static String trimmed(String text) {
        return INVISIBLE
                .matcher(text.replace('\u00a0', ' ').replace('\u3000', ' '))
                .replaceAll(" ")
                .strip();
    }

    /**
     * The month that the text names, or empty when it names none.
     *
     * @throws UnreadableText if there is text that is not a month
     */
    static Optional<YearMonth> month(String text) throws UnreadableText {
        String plain = withoutBlanks(text);
        if (NOTHING.contains(plain)) {
            return Optional.empty();
        }
        Matcher matcher = MONTH.matcher(plain);
        if (!matcher.matches()) {
            throw new UnreadableText();
        }
        int year = Integer.parseInt(matcher.group(1));
        int month = Integer.parseInt(firstPresent(matcher, 2, 3, 4));
        if (year < EARLIEST_YEAR || year > LATEST_YEAR || month < 1 || month > 12) {
            throw new UnreadableText();
        }
        return Optional.of(YearMonth.of(year, month));
    }

    /**
     * The amount in yuan, with at least two decimals so that equal amounts are equal values, or empty when there is none.
     *
     * @throws UnreadableText if there is text that is not an amount
     */
    static Optional<BigDecimal> amount(String text) throws UnreadableText {
        String plain = withoutBlanks(text);
        if (plain.isEmpty() || plain.equals("-") || plain.equals("--")) {
            return Optional.empty();
        }
        Matcher matcher = DECIMAL.matcher(plain);
        if (!matcher.matches() || plain.chars().noneMatch(Character::isDigit)) {
            throw new UnreadableText();
        }
        BigDecimal value = new BigDecimal(matcher.group(1) + "0"
                + matcher.group(2).replace(",", "") + (matcher.group(3) == null ? "" : matcher.group(3)));
        BigDecimal shortest = value.stripTrailingZeros();
        return Optional.of(shortest.setScale(Math.max(2, shortest.scale())));
    }

    private static String firstPresent(Matcher matcher, int... groups) {
        for (int group : groups) {
            String text = matcher.group(group);
            if (text != null) {
                return text;
            }
        }
        throw new IllegalStateException("a month has one of these groups");
    }
}
