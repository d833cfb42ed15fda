package io.tongban.insurance.record;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The number and name under which a bureau knows a person.
 *
 * <p>The number is brought into its one form: half-width, without blanks, {@code X} upper-case, and 18 characters where it had
 * 15 digits (GB 11643: the same person). Whether it is valid is judged elsewhere: a bureau is asked for a wrong number too.
 */
public record Identity(String idNumber, String name) {

    private static final Pattern FIFTEEN_DIGITS = Pattern.compile("[0-9]{15}");
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CHECK_CHARACTERS = "10X98765432";

    public Identity {
        idNumber = inOneForm(idNumber);
        name = CellText.trimmed(name);
        if (idNumber.isEmpty() || name.isEmpty()) {
            throw new IllegalArgumentException("an identity has a number and a name");
        }
    }

    private static String inOneForm(String written) {
        String number = CellText.withoutBlanks(written).toUpperCase(Locale.ROOT);
        return FIFTEEN_DIGITS.matcher(number).matches() ? withCentury(number) : number;
    }

    private static String withCentury(String fifteen) {
        String seventeen = fifteen.substring(0, 6) + "19" + fifteen.substring(6);
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += WEIGHTS[i] * Character.digit(seventeen.charAt(i), 10);
        }
        return seventeen + CHECK_CHARACTERS.charAt(sum % 11);
    }

    @Override
    public String toString() {
        return "Identity[hidden]";
    }
}
