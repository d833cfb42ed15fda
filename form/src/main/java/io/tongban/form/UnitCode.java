package io.tongban.form;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The code of a unit (AAB001) in one form: NFKC, upper case, without blanks and hyphens. It is an organisation code (GB 11714,
 * 9 characters), a unified social credit code (GB 32100, 18 characters), or a number of the bureau's own.
 *
 * @param text empty where the bureau or the paper gives none
 */
public record UnitCode(String text) {

    private static final Pattern BLANK_OR_HYPHEN = Pattern.compile("[\\s\\p{Z}\\p{C}\\p{Pd}\u2212]+");

    private static final int UNIFIED = 18;
    private static final int ORGANISATION = 9;
    private static final int ORGANISATION_IN_UNIFIED = 8;

    public UnitCode {
        if (!isPlain(text)) {
            text = BLANK_OR_HYPHEN
                    .matcher(Normalizer.normalize(text, Normalizer.Form.NFKC))
                    .replaceAll("")
                    .toUpperCase(Locale.ROOT);
        }
    }

    /** The code that was written in whatever way. */
    public static UnitCode of(String written) {
        return new UnitCode(written);
    }

    public boolean isEmpty() {
        return text.isEmpty();
    }

    /**
     * Whether both name one unit: the same code, or one the organisation code in the other, which is the unified code. Two empty
     * codes never do.
     */
    public boolean isSameUnit(UnitCode other) {
        return !isEmpty() && (text.equals(other.text) || isOrganisationIn(other) || other.isOrganisationIn(this));
    }

    /** By hand, because codes are compared for every row of a record; nearly all come in this form. */
    private static boolean isPlain(String text) {
        for (int at = 0; at < text.length(); at++) {
            char letter = text.charAt(at);
            if (!(letter >= '0' && letter <= '9') && !(letter >= 'A' && letter <= 'Z')) {
                return false;
            }
        }
        return true;
    }

    private boolean isOrganisationIn(UnitCode unified) {
        return text.length() == ORGANISATION
                && unified.text.length() == UNIFIED
                && unified.text.startsWith(text, ORGANISATION_IN_UNIFIED);
    }
}
