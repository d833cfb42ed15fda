package io.tongban.community.appointment;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How far ahead appointments are booked, and what becomes of those that nobody comes to.
 *
 * @param soonest how long before its start one is booked at the latest
 * @param latest how long before its start one is booked at the earliest
 * @param checkInBefore how long before its start the applicant may check in
 * @param placeFreeAfter how long after its start its place is free, and a check-in has no turn of its own any more
 * @param missedAfter how long after its start it is missed
 * @param lookEvery how long after a round the next one looks for appointments that are missed or displaced
 * @param offered how many half hours are offered for one that is displaced
 */
@Validated
@ConfigurationProperties("tongban.appointments")
record AppointmentProperties(
        @NotNull @DefaultValue("1h") Duration soonest,
        @NotNull @DefaultValue("28d") Duration latest,
        @NotNull @DefaultValue("30m") Duration checkInBefore,
        @NotNull @DefaultValue("15m") Duration placeFreeAfter,
        @NotNull @DefaultValue("30m") Duration missedAfter,
        @NotNull @DefaultValue("1m") Duration lookEvery,
        @Min(1) @Max(20) @DefaultValue("3") int offered) {}
