package io.tongban.permit.deadline;

import java.time.LocalDate;

/** The due day of a limit is another since the calendar has grown. */
public record LimitMoved(CaseClock clock, LocalDate from, LocalDate to) {}
