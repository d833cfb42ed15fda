package io.tongban.permit.deadline;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A limit as it is kept for a case.
 *
 * @param nextOn the next day on which it asks for something; null while its clock stands
 */
public record KeptLimit(
        CaseClock clock,
        LocalDate startsOn,
        LocalDate dueOn,
        boolean provisional,
        @Nullable LocalDate nextOn) {}
