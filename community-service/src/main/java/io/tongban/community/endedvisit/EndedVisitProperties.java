package io.tongban.community.endedvisit;

import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Where permit-service hears of ended visits; the breaker and the token are set where Resilience4j and Spring Security read them.
 *
 * @param url address of permit-service
 * @param connectTimeout for reaching it
 * @param readTimeout for its answer
 * @param again how long after a round the next one looks for what is still untold
 */
@Validated
@ConfigurationProperties("tongban.ended-visits")
record EndedVisitProperties(
        @NotNull URI url,
        @DefaultValue("1s") Duration connectTimeout,
        @DefaultValue("2s") Duration readTimeout,
        @DefaultValue("10s") Duration again) {}
