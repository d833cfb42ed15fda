package io.tongban.platform.idempotency;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How long idempotency keys are kept.
 *
 * @param expiry for how long a key is remembered
 * @param lock after how long an attempt of which nothing was committed may be taken over
 * @param maxBody the largest request body that is read
 */
@ConfigurationProperties("tongban.idempotency")
record IdempotencyProperties(
        @DefaultValue("24h") Duration expiry,
        @DefaultValue("60s") Duration lock,
        @DefaultValue("1MB") DataSize maxBody) {}
