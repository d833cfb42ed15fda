package io.tongban.community.visitpass;

import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How visit passes are issued.
 *
 * @param passValidity how long a visit pass is valid; it can be renewed while the visit is open
 */
@Validated
@ConfigurationProperties("tongban.visit")
record VisitPassProperties(
        @DefaultValue("15m") @DurationMin(minutes = 1) @DurationMax(hours = 1)
        Duration passValidity) {}
