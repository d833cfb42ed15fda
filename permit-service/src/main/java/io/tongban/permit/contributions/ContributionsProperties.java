package io.tongban.permit.contributions;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How the insurance adapter is reached; its time-outs, retry and circuit breaker are set where Feign and Resilience4j read them.
 *
 * @param url address of the adapter
 * @param jwkSetUri its published keys; null: the usual place below its address
 * @param tokenUri token endpoint of the identity provider
 * @param clientId this service's account there
 * @param clientSecret its secret
 * @param connectTimeout for reaching the identity provider and the keys
 * @param readTimeout for their answers
 * @param keysFor how long the adapter's keys are held before they are read again
 * @param keysThroughOutage how long they are held while they cannot be read
 */
@Validated
@ConfigurationProperties("tongban.contributions")
record ContributionsProperties(
        @NotNull URI url,
        @Nullable URI jwkSetUri,
        @NotNull URI tokenUri,
        @NotBlank String clientId,
        @NotBlank String clientSecret,
        @NotNull @DefaultValue("PT1S") Duration connectTimeout,
        @NotNull @DefaultValue("PT2S") Duration readTimeout,
        @NotNull @DefaultValue("PT5M") Duration keysFor,
        @NotNull @DefaultValue("PT4H") Duration keysThroughOutage) {

    URI keys() {
        return jwkSetUri == null ? URI.create(url + "/.well-known/jwks.json") : jwkSetUri;
    }

    /** Shows no secret. */
    @Override
    public String toString() {
        return "ContributionsProperties[" + url + "]";
    }
}
