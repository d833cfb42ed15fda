package io.tongban.engine.assessment;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;

/**
 * A citizen's identity number in the form of GB 11643-1999, 18 characters; it hides itself in {@code toString}.
 *
 * <p>A number that is written with blanks, full-width digits or a small {@code x}, or in the 15 digits of GB 11643-1989, is
 * the same person as its canonical form. A text that is no valid number can be held too: whether it is valid is a finding of
 * the assessment, not an error of the caller.
 */
public final class IdentityNumber {

    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CHECK_DIGITS = "10X98765432";

    private final String canonical;

    private IdentityNumber(String canonical) {
        this.canonical = canonical;
    }

    public static IdentityNumber of(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKC)
                .replaceAll("[\\s\\p{Z}]", "")
                .toUpperCase(Locale.ROOT);
        return new IdentityNumber(plain.matches("[0-9]{15}") ? lengthened(plain) : plain);
    }

    /** The check digit is right and the birth date exists (GB 11643-1999, MOD 11-2). */
    public boolean isValid() {
        return canonical.matches("[0-9]{17}[0-9X]")
                && canonical.charAt(17) == checkDigit(canonical)
                && birthDate().isPresent();
    }

    /** What an assessment needs of it; the second last digit is odd for men. */
    public Identity identity() {
        if (!isValid()) {
            return Identity.invalid();
        }
        boolean odd = (canonical.charAt(16) - '0') % 2 == 1;
        return new Identity(true, birthDate().orElseThrow(), odd ? Identity.Sex.MALE : Identity.Sex.FEMALE);
    }

    /** The 18 characters of a valid number; of any other text what normalisation left of it. */
    public String canonical() {
        return canonical;
    }

    private Optional<LocalDate> birthDate() {
        try {
            return Optional.of(LocalDate.of(
                    Integer.parseInt(canonical.substring(6, 10)),
                    Integer.parseInt(canonical.substring(10, 12)),
                    Integer.parseInt(canonical.substring(12, 14))));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    private static String lengthened(String fifteen) {
        String seventeen = fifteen.substring(0, 6) + "19" + fifteen.substring(6);
        return seventeen + checkDigit(seventeen);
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
