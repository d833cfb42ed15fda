package io.tongban.platform.clock;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Settings of the business clock.
 *
 * @param settable whether the business clock can be set on the management port; in a sandbox only
 * @param startsAt where the business clock goes on from when the service is started; where it is not said, from the real time; only
 *     where the clock can be set
 */
@ConfigurationProperties("tongban.clock")
record ClockProperties(boolean settable, @Nullable OffsetDateTime startsAt) {}
