package io.tongban.insurance.record;

import io.tongban.form.PlainName;
import io.tongban.form.UnitCode;
import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The readings of a cell's text, in all the spellings that bureaux use.
 *
 * <p>A line break inside a cell parts two values: only a name may go over several lines.
 */
final class CellText {

    private static final Pattern NAMED_BLANK = Pattern.compile("&nbsp;?");
    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cf}\\x00-\\x08\\x0e-\\x1f\\x7f-\\x9f]+");
    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}]+");
    private static final Pattern DASH = Pattern.compile("[\\p{Pd}\u2212\u2500\u2501]");

    /** What programs write where they have nothing, beside dashes and slashes. */
    private static final Pattern NOTHING =
            Pattern.compile("(?i)-*|/+|[(<\\[]?null[)>\\]]?|undefined|none|nil|n/a|无|暂无");

    private static final Pattern LETTER_OR_DIGIT = Pattern.compile("[A-Za-z\\p{N}]");
    private static final int LAST_OF_ASCII = 0x7f;

    private static final Pattern CODE = Pattern.compile("[0-9A-Za-z]{1,20}");

    private static final Pattern MONEY = Pattern.compile("(?<sign>[+-]?)(?<in>(?:¥|RMB|CNY|人民币)?)(?<inner>[+-]?)"
            + "(?<whole>[0-9]{1,3}(?:,[0-9]{3})+|[0-9]*)(?<part>\\.[0-9]*)?(?:[元圆]整?)?");
    private static final Pattern IN_BRACKETS = Pattern.compile("((?:¥|RMB|CNY|人民币)?)\\((.*)\\)([元圆]整?)?");
    private static final Pattern BLANK_BETWEEN_DIGITS = Pattern.compile("(?<=[0-9.,]) (?=[0-9.,])");

    private CellText() {}

    /**
     * Half-width, without invisible characters, each run of blanks one blank and none at the ends: for codes and figures.
     *
     * @throws UnreadableText if there are several lines, or a letter or digit in disguise: the mark of a note, as in {@code 280²} or
     *     {@code 20①}, would become a part of the code or figure
     */
    static String plain(String text) throws UnreadableText {
        if (text.chars().allMatch(CellText::isPlainAlready)) {
            return text;
        }
        if (text.codePoints().anyMatch(CellText::isDisguised)) {
            throw new UnreadableText();
        }
        String visible = visible(text);
        if (visible.indexOf('\n') >= 0) {
            throw new UnreadableText();
        }
        return BLANKS.matcher(visible).replaceAll(" ");
    }

    /** Whether the character is a Latin letter or a digit in another form than the full-width one: a superscript, a circled one. */
    private static boolean isDisguised(int character) {
        return character > LAST_OF_ASCII
                && !Character.UnicodeBlock.HALFWIDTH_AND_FULLWIDTH_FORMS.equals(Character.UnicodeBlock.of(character))
                && LETTER_OR_DIGIT
                        .matcher(Normalizer.normalize(Character.toString(character), Normalizer.Form.NFKC))
                        .find();
    }

    private static boolean isDigit(int character) {
        return (character >= '0' && character <= '9') || (character >= '０' && character <= '９');
    }

    /** Of ASCII, seen, no blank, and not the beginning of a named blank. */
    private static boolean isPlainAlready(int character) {
        return character > ' ' && character < LAST_OF_ASCII && character != '&';
    }

    private static String visible(String text) {
        String normal = Normalizer.normalize(NAMED_BLANK.matcher(text).replaceAll(" "), Normalizer.Form.NFKC);
        return INVISIBLE.matcher(normal).replaceAll("").strip();
    }

    /** Whether the cell is blank or holds one of the marks for nothing: in whatever column, it says nothing. */
    static boolean saysNothing(String text) {
        if (text.chars().anyMatch(CellText::isDigit)) {
            return false; // no mark for nothing has a digit
        }
        String plain = BLANKS.matcher(visible(text)).replaceAll("");
        return NOTHING.matcher(hyphens(plain)).matches();
    }

    /** Half-width and without any blank: for codes; empty when the cell says nothing. */
    static String code(String text) throws UnreadableText {
        return saysNothing(text) ? "" : plain(text).replace(" ", "");
    }

    /**
     * The code of an entry in a list of codes, letters and digits alone; empty when the cell says nothing.
     *
     * @throws UnreadableText if there is text that is no code: a word beside a code may be what the code means
     */
    static String listedCode(String text) throws UnreadableText {
        String code = code(text);
        if (!code.isEmpty() && !isCode(code)) {
            throw new UnreadableText();
        }
        return code;
    }

    /** Whether the text is a code of letters and digits. */
    static boolean isCode(String text) {
        return CODE.matcher(text).matches();
    }

    /** The code of a unit; empty when the cell says nothing. */
    static UnitCode unitCode(String text) throws UnreadableText {
        return UnitCode.of(code(text));
    }

    /** The name of a unit; empty when the cell says nothing. */
    static PlainName name(String text) {
        return PlainName.of(saysNothing(text) ? "" : NAMED_BLANK.matcher(text).replaceAll(" "));
    }

    /**
     * The amount in yuan, with at least two decimals so that equal amounts are equal values, or empty when there is none.
     *
     * @throws UnreadableText if there is text that is not an amount; a dash behind the figure may be a sign or stand for no fen
     */
    static Optional<BigDecimal> amount(String text) throws UnreadableText {
        if (saysNothing(text)) {
            return Optional.empty();
        }
        String plain = hyphens(plain(text)).toUpperCase(Locale.ROOT);
        if (BLANK_BETWEEN_DIGITS.matcher(plain).find()) {
            throw new UnreadableText();
        }
        String close = plain.replace(" ", "");
        Matcher brackets = IN_BRACKETS.matcher(close);
        BigDecimal value = brackets.matches()
                ? unsigned(brackets.group(1) + brackets.group(2) + nothingIfNull(brackets.group(3)))
                        .negate()
                : signed(close);
        BigDecimal shortest = value.stripTrailingZeros();
        return Optional.of(shortest.setScale(Math.max(2, shortest.scale())));
    }

    /** An amount inside the brackets of bookkeepers, which mean a negative one: a sign beside the brackets is not read. */
    private static BigDecimal unsigned(String text) throws UnreadableText {
        if (text.indexOf('-') >= 0 || text.indexOf('+') >= 0) {
            throw new UnreadableText();
        }
        return signed(text);
    }

    private static BigDecimal signed(String text) throws UnreadableText {
        Matcher matcher = MONEY.matcher(text);
        if (!matcher.matches() || text.chars().noneMatch(Character::isDigit)) {
            throw new UnreadableText();
        }
        String signs = matcher.group("sign") + matcher.group("inner");
        if (signs.length() > 1) {
            throw new UnreadableText();
        }
        return new BigDecimal(
                signs + "0" + matcher.group("whole").replace(",", "") + nothingIfNull(matcher.group("part")));
    }

    /** With one hyphen for a dash of any kind. */
    static String hyphens(String text) {
        return DASH.matcher(text).replaceAll("-");
    }

    private static String nothingIfNull(@Nullable String group) {
        return group == null ? "" : group;
    }
}
