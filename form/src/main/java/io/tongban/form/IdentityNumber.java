package io.tongban.form;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A citizen's identity number in the form of GB 11643-1999, 18 characters; it hides itself in {@code toString}.
 *
 * <p>A number that is written with blanks, full-width digits or a small {@code x}, or in the 15 digits of GB 11643-1989, is
 * the same person as its canonical form. The number of another document and a text that is no valid number can be held too:
 * which of them it is, is a finding of the assessment, not an error of the caller.
 */
public final class IdentityNumber {

    /** What a text that stands for an identity number is. */
    public enum Kind {
        /** A citizen's number. */
        CITIZEN,
        /**
         * The number of a foreigner's permanent residence card (18 characters from 9 on, or the 15 of the card of 2017) or of a
         * residence permit for residents of Hong Kong, Macao or Taiwan (81, 82, 83).
         */
        OTHER_DOCUMENT,
        /** No number: form, check digit or birth date is wrong, or its first two digits are 00. */
        INVALID
    }

    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CHECK_DIGITS = "10X98765432";
    private static final Pattern BLANK = Pattern.compile("[\\s\\p{Z}\\p{C}]+");
    private static final Pattern FIFTEEN_DIGITS = Pattern.compile("[0-9]{15}");
    private static final Pattern EIGHTEEN = Pattern.compile("[0-9]{17}[0-9X]");
    private static final Pattern OF_ANOTHER_DOCUMENT = Pattern.compile("9.*|8[123].*");

    /** Nationality, area, birth date with two digits of the year, two more digits. */
    private static final Pattern CARD_OF_2017 = Pattern.compile("[A-Z]{3}[0-9]{12}");

    private final String canonical;

    private IdentityNumber(String canonical) {
        this.canonical = canonical;
    }

    public static IdentityNumber of(String text) {
        String plain = BLANK.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC))
                .replaceAll("")
                .toUpperCase(Locale.ROOT);
        return FIFTEEN_DIGITS.matcher(plain).matches()
                ? beginning(plain.substring(0, 6) + "19" + plain.substring(6))
                : new IdentityNumber(plain);
    }

    /** The number of 18 characters that these 17 digits begin. */
    public static IdentityNumber beginning(String seventeenDigits) {
        return new IdentityNumber(seventeenDigits + checkDigit(seventeenDigits));
    }

    /** Whose number it is. The check digit is MOD 11-2 (GB 11643-1999). */
    public Kind kind() {
        if (CARD_OF_2017.matcher(canonical).matches()) {
            String sixDigits = canonical.substring(7, 13);
            return dayOf("19" + sixDigits).or(() -> dayOf("20" + sixDigits)).isPresent()
                    ? Kind.OTHER_DOCUMENT
                    : Kind.INVALID;
        }
        if (!EIGHTEEN.matcher(canonical).matches()
                || canonical.charAt(17) != checkDigit(canonical)
                || dayOf(canonical.substring(6, 14)).isEmpty()) {
            return Kind.INVALID;
        }
        if (OF_ANOTHER_DOCUMENT.matcher(canonical).matches()) {
            return Kind.OTHER_DOCUMENT;
        }
        return canonical.startsWith("00") ? Kind.INVALID : Kind.CITIZEN;
    }

    /** Empty unless it is a number of 18 characters that is not invalid. */
    public Optional<LocalDate> birthDate() {
        return saysMore() ? dayOf(canonical.substring(6, 14)) : Optional.empty();
    }

    /** Whether it is a man's: of 18 characters, the second last digit is odd. */
    public boolean isOfAMan() {
        return saysMore() && (canonical.charAt(16) - '0') % 2 == 1;
    }

    private boolean saysMore() {
        return EIGHTEEN.matcher(canonical).matches() && kind() != Kind.INVALID;
    }

    /** The 18 characters of a citizen's number; of any other text what normalisation left of it. */
    public String canonical() {
        return canonical;
    }

    private static Optional<LocalDate> dayOf(String eightDigits) {
        try {
            return Optional.of(LocalDate.of(
                    Integer.parseInt(eightDigits.substring(0, 4)),
                    Integer.parseInt(eightDigits.substring(4, 6)),
                    Integer.parseInt(eightDigits.substring(6, 8))));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    private static char checkDigit(String digits) {
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += WEIGHTS[i] * (digits.charAt(i) - '0');
        }
        return CHECK_DIGITS.charAt(sum % 11);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof IdentityNumber number && number.canonical.equals(canonical);
    }

    @Override
    public int hashCode() {
        return canonical.hashCode();
    }

    @Override
    public String toString() {
        return "IdentityNumber[hidden]";
    }
}
