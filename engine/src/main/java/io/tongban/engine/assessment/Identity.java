package io.tongban.engine.assessment;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What an assessment knows of who applies; no name and no number.
 *
 * @param valid whether the identity number is one
 * @param bornOn null if it is not
 * @param sex null if it is not
 */
public record Identity(
        boolean valid, @Nullable LocalDate bornOn, @Nullable Sex sex) {

    /** As the identity number says. */
    public enum Sex {
        MALE,
        FEMALE
    }

    public static Identity invalid() {
        return new Identity(false, null, null);
    }

    /** Shows nothing of the person. */
    @Override
    public String toString() {
        return "Identity[hidden]";
    }
}
