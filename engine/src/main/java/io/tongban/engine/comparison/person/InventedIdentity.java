package io.tongban.engine.comparison.person;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;

/** Identity numbers in the form of GB 11643-1999 of an area that there is not, so that they are nobody's. */
final class InventedIdentity {

    private static final String NOWHERE = "339999";
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CHECK_DIGITS = "10X98765432";

    private InventedIdentity() {}

    /** The number of a person born on that day; an invalid one has the check digit of another number. */
    static String number(LocalDate bornOn, boolean male, boolean valid) {
        String digits = NOWHERE + bornOn.format(DateTimeFormatter.BASIC_ISO_DATE) + (male ? "001" : "002");
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += WEIGHTS[i] * (digits.charAt(i) - '0');
        }
        return digits + CHECK_DIGITS.charAt((valid ? sum : sum + 1) % 11);
    }
}
