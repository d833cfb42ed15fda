package io.tongban.engine.assessment;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The applicant's residence registration.
 *
 * @param registeredOn null if the applicant is not registered
 * @param waived the applicant is on the county's list of recruited talents and investors
 */
public record Residence(@Nullable LocalDate registeredOn, boolean waived) {}
