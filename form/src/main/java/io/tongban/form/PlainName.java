package io.tongban.form;

import java.text.Normalizer;
import java.util.regex.Pattern;

/**
 * The name of a person or a unit in the one form in which names are sent and compared; it hides itself in {@code toString}.
 *
 * <p>The form is NFKC without zero-width characters. A run of blanks is one blank; there is none at the ends, between Han
 * characters and beside the separator, which is U+00B7 however it was written. Small and capital letters differ, and variant
 * characters, also those that a variation selector picks, stay as they are: whether two of them are one person, a person
 * decides.
 *
 * @param text empty where nothing was written
 */
public record PlainName(String text) {

    /** The longest name that is taken, in characters (code points). */
    public static final int LONGEST = 100;

    private static final Pattern ZERO_WIDTH = Pattern.compile("\\p{Cf}+");
    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}\\p{Cc}]+");
    private static final Pattern SEPARATOR_BETWEEN_LETTERS =
            Pattern.compile("(?<=[\\p{L}\\p{M}])(?: ?[•‧・∙●] ?|\\.)(?=\\p{L})|(?<=\\p{IsHan}) ?\\. ?(?=\\p{IsHan})");
    private static final Pattern BLANK_BESIDE_SEPARATOR = Pattern.compile(" ?· ?");
    private static final Pattern BLANK_BETWEEN_HAN = Pattern.compile("(?<=\\p{IsHan}) (?=\\p{IsHan})");

    public PlainName {
        if (!isPlain(text)) {
            text = inOneForm(text);
        }
    }

    /** The name that was written in whatever way. */
    public static PlainName of(String written) {
        return new PlainName(written);
    }

    /** By hand, because a row of a record has a name; nearly all are of Han characters, or of letters and digits, alone. */
    private static boolean isPlain(String text) {
        for (int at = 0; at < text.length(); at++) {
            char letter = text.charAt(at);
            boolean han = letter >= '\u4e00' && letter <= '\u9fa5';
            boolean latin = (letter >= 'A' && letter <= 'Z') || (letter >= 'a' && letter <= 'z');
            if (!han && !latin && !(letter >= '0' && letter <= '9')) {
                return false;
            }
        }
        return true;
    }

    private static String inOneForm(String written) {
        String plain = Normalizer.normalize(ZERO_WIDTH.matcher(written).replaceAll(""), Normalizer.Form.NFKC);
        plain = BLANKS.matcher(plain).replaceAll(" ").strip();
        plain = SEPARATOR_BETWEEN_LETTERS.matcher(plain).replaceAll("·");
        plain = BLANK_BESIDE_SEPARATOR.matcher(plain).replaceAll("·");
        return BLANK_BETWEEN_HAN.matcher(plain).replaceAll("");
    }

    public boolean isEmpty() {
        return text.isEmpty();
    }

    /** Shows nothing of the person. */
    @Override
    public String toString() {
        return "PlainName[hidden]";
    }
}
