package io.tongban.engine.assessment;

import io.tongban.form.IdentityNumber;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What an assessment knows of who applies; no name and no number.
 *
 * @param valid whether the number is a citizen's
 * @param otherDocument whether it is the number of another document than the identity card; never both
 * @param bornOn null where the number does not say it
 * @param sex null where the number does not say it
 */
public record Identity(
        boolean valid,
        boolean otherDocument,
        @Nullable LocalDate bornOn,
        @Nullable Sex sex) {

    private static final int MOST_YEARS = 130;

    /** As the identity number says. */
    public enum Sex {
        MALE,
        FEMALE
    }

    public static Identity of(IdentityNumber number) {
        LocalDate bornOn = number.birthDate().orElse(null);
        Sex sex = bornOn == null ? null : number.isOfAMan() ? Sex.MALE : Sex.FEMALE;
        return new Identity(
                number.kind() == IdentityNumber.Kind.CITIZEN,
                number.kind() == IdentityNumber.Kind.OTHER_DOCUMENT,
                bornOn,
                sex);
    }

    public static Identity invalid() {
        return new Identity(false, false, null, null);
    }

    /** A citizen's number whose birth date, if it is known, lies neither after this day nor more than 130 years before it. */
    public boolean isValidOn(LocalDate day) {
        return valid && (bornOn == null || (!bornOn.isAfter(day) && !bornOn.isBefore(day.minusYears(MOST_YEARS))));
    }

    /** Shows nothing of the person. */
    @Override
    public String toString() {
        return "Identity[hidden]";
    }
}
