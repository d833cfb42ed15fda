package io.tongban.engine.comparison.person;

import io.tongban.form.IdentityNumber;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;

/** Identity numbers in the form of GB 11643-1999 of an area that there is not, so that they are nobody's. */
final class InventedIdentity {

    private static final String NOWHERE = "339999";
    private static final String NO_CITIZEN = "939999";

    private InventedIdentity() {}

    /** The number of a person born on that day; an invalid one has another check digit than it should. */
    static String number(LocalDate bornOn, boolean male, IdentityNumber.Kind kind) {
        String area = kind == IdentityNumber.Kind.OTHER_DOCUMENT ? NO_CITIZEN : NOWHERE;
        String number = IdentityNumber.beginning(
                        area + bornOn.format(DateTimeFormatter.BASIC_ISO_DATE) + (male ? "001" : "002"))
                .canonical();
        return kind == IdentityNumber.Kind.INVALID
                ? number.substring(0, 17) + (number.endsWith("0") ? "1" : "0")
                : number;
    }
}
