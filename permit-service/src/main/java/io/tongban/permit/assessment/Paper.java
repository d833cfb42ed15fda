package io.tongban.permit.assessment;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A paper that the applicant has brought.
 *
 * @param kind as the standard names it
 * @param unit the code of the unit that it is with; null where it is with none or none is known
 * @param from its first valid day; null where it names none
 * @param until its last valid day, included; null if it has no end
 */
public record Paper(
        String kind,
        @Nullable String unit,
        @Nullable LocalDate from,
        @Nullable LocalDate until) {}
