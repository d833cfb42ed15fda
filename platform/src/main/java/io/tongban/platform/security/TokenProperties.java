package io.tongban.platform.security;

import io.tongban.platform.StartRefused;
import jakarta.validation.constraints.Min;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Which tokens are accepted.
 *
 * @param issuer who must have issued a token
 * @param jwkSetUri where the issuer publishes its keys; by default where Keycloak does
 * @param audience whom a token must be meant for
 * @param remembered how many good tokens are remembered at most, so that the signature of each is computed once
 */
@Validated
@ConfigurationProperties("tongban.security")
record TokenProperties(
        @Nullable String issuer,
        @Nullable URI jwkSetUri,
        @Nullable String audience,
        @Min(0) @DefaultValue("4000") int remembered) {

    String requiredIssuer() {
        return required("issuer", issuer, "the address of the realm that issues the tokens");
    }

    String requiredAudience() {
        return required("audience", audience, "the audience that tokens for this service carry");
    }

    URI keys() {
        return jwkSetUri != null ? jwkSetUri : URI.create(requiredIssuer() + "/protocol/openid-connect/certs");
    }

    private static String required(String name, @Nullable String value, String meaning) {
        if (value == null || value.isBlank()) {
            throw new StartRefused(
                    "tongban.security." + name + " is not set, so no token could be checked.",
                    "Set tongban.security." + name + " to " + meaning + ".");
        }
        return value;
    }
}
