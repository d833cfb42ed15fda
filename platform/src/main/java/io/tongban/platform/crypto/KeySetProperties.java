package io.tongban.platform.crypto;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the key sets that others publish are read.
 *
 * @param connectTimeout for reaching the publisher
 * @param readTimeout for its answer
 * @param heldFor how long keys are held before they are read again
 * @param heldThroughOutage how long they are held while they cannot be read
 */
@ConfigurationProperties("tongban.key-sets")
public record KeySetProperties(
        @DefaultValue("1s") Duration connectTimeout,
        @DefaultValue("2s") Duration readTimeout,
        @DefaultValue("5m") Duration heldFor,
        @DefaultValue("4h") Duration heldThroughOutage) {

    /** How long a caller waits for somebody else who reads the keys: a reading and its repetition. */
    Duration waiting() {
        return connectTimeout.plus(readTimeout).multipliedBy(2);
    }
}
