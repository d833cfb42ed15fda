package io.tongban.permit.deadline;

import java.time.LocalDate;

/**
 * A finding that an act is missing, told to a supervisor.
 *
 * @param number 1 for the first of a limit
 */
public record OverdueStep(int number, LocalDate on, Tier tier, Against against) {

    /** The finding of a number: the first is told to the district, any other to the city. */
    static OverdueStep told(int number, LocalDate on, Against against) {
        return new OverdueStep(number, on, number == 1 ? Tier.DISTRICT : Tier.CITY, against);
    }

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
