package io.tongban.permit.deadline;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Something that was done because of a limit.
 *
 * @param what in a word
 * @param nextOn the next day on which the limit asks for something; null if none is known
 */
public record LimitStep(DueLimit of, String what, @Nullable LocalDate nextOn) {

    static final String OVERDUE = "OVERDUE ";

    /** The case has lapsed. */
    public static LimitStep lapsed(DueLimit of) {
        return new LimitStep(of, "LAPSED", null);
    }

    /** Somebody was told that the act is missing. */
    public static LimitStep overdue(DueLimit of, OverdueStep step, @Nullable LocalDate nextOn) {
        return new LimitStep(of, OVERDUE + step.against(), nextOn);
    }
}
