package io.tongban.platform.servicetoken;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How a service gets tokens of its own; who it is at the identity provider is set where Spring Security reads it
 * ({@code spring.security.oauth2.client}).
 *
 * @param connectTimeout for reaching the identity provider
 * @param readTimeout for its answer
 * @param renewedBefore how long before its end a token is renewed; one that lives no longer than this serves one call
 */
@ConfigurationProperties("tongban.service-token")
public record ServiceTokenProperties(
        @DefaultValue("1s") Duration connectTimeout,
        @DefaultValue("2s") Duration readTimeout,
        @DefaultValue("30s") Duration renewedBefore) {}
