package io.tongban.platform.port;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What a client is waited for, on every port.
 *
 * @param headWithin how long the head of a request may take from its first byte to its last
 */
@ConfigurationProperties("tongban.ports")
record PortProperties(@DefaultValue("10s") Duration headWithin) {

    PortProperties {
        if (!headWithin.isPositive()) {
            throw new IllegalArgumentException("tongban.ports.head-within must be more than nothing");
        }
    }
}
