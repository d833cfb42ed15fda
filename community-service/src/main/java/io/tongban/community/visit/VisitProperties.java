package io.tongban.community.visit;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Which windows are named when a visit ends before everything was checked, and when visits are looked for that have no end.
 *
 * @param handoverWindows how many windows are named when a visit ends before everything was checked
 * @param handoverOpenFor how long a window should stay open to be named first
 * @param lookEvery how long after a round the next one looks for visits whose day has ended, or whose points are still to be compared
 */
@Validated
@ConfigurationProperties("tongban.visit")
record VisitProperties(
        @DefaultValue("5") @Min(1) @Max(20) int handoverWindows,
        @DefaultValue("30m") Duration handoverOpenFor,
        @NotNull @DefaultValue("1m") Duration lookEvery) {}
