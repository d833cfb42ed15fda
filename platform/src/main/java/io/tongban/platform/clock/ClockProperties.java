package io.tongban.platform.clock;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Settings of the business clock.
 *
 * @param settable whether the business clock can be set on the management port; in a sandbox only
 */
@ConfigurationProperties("tongban.clock")
record ClockProperties(boolean settable) {}
