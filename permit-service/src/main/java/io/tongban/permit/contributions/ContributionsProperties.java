package io.tongban.permit.contributions;

import jakarta.validation.constraints.NotNull;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * Where the insurance adapter is; its time-outs, retry, circuit breaker and token are set where Feign, Resilience4j and Spring
 * Security read them.
 *
 * @param url address of the adapter
 * @param jwkSetUri its published keys; null: the usual place below its address
 */
@Validated
@ConfigurationProperties("tongban.contributions")
record ContributionsProperties(@NotNull URI url, @Nullable URI jwkSetUri) {

    URI keys() {
        return jwkSetUri == null ? URI.create(url + "/.well-known/jwks.json") : jwkSetUri;
    }
}
