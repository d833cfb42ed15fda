package io.tongban.permit.deadline;

import java.time.LocalDate;

/** A review of a case: why a person looks, and the first day of it. */
public record Review(ReviewReason reason, LocalDate since) {}
