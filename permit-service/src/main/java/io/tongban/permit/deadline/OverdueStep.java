package io.tongban.permit.deadline;

import java.time.LocalDate;

/**
 * A finding that an act is missing, told to a supervisor.
 *
 * @param number 1 for the first of a limit
 */
public record OverdueStep(int number, LocalDate on, Tier tier, Against against) {

    /** Whose supervisor is told. */
    public enum Tier {
        DISTRICT,
        CITY
    }

    /** Who answers for it. */
    public enum Against {
        HOLDER,
        SOURCE
    }
}
