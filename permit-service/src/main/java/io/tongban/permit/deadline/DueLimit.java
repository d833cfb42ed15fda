package io.tongban.permit.deadline;

import java.time.LocalDate;
import java.util.UUID;

/**
 * A limit that asks for something.
 *
 * @param on the day on which it does
 */
public record DueLimit(UUID caseId, CaseClock clock, LocalDate dueOn, LocalDate on) {}
