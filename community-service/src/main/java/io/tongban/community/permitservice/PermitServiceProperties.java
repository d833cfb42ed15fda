package io.tongban.community.permitservice;

import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Where permit-service is; the breaker and the token are set where Resilience4j and Spring Security read them.
 *
 * @param url address of permit-service
 * @param connectTimeout for reaching it
 * @param readTimeout for its answer
 * @param tellAgain how long after a round the next one looks for ended visits that are still untold
 * @param criteriaReadWithin after which nothing more is asked to know the criteria of an item
 * @param criteriaKeptFor how long the criteria of an item are used before they are read again
 */
@Validated
@ConfigurationProperties("tongban.permit-service")
record PermitServiceProperties(
        @NotNull URI url,
        @DefaultValue("1s") Duration connectTimeout,
        @DefaultValue("2s") Duration readTimeout,
        @DefaultValue("10s") Duration tellAgain,
        @DefaultValue("3s") Duration criteriaReadWithin,
        @DefaultValue("10m") Duration criteriaKeptFor) {}
