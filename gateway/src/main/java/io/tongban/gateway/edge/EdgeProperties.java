package io.tongban.gateway.edge;

import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * What holds for every request.
 *
 * @param bodyLimit the largest request body, whether its length is announced or not
 * @param trustedProxies pattern of the addresses whose X-Forwarded-For and X-Forwarded-Proto are believed; nobody's by
 *     default
 */
@Validated
@ConfigurationProperties("tongban.edge")
record EdgeProperties(@NotNull DataSize bodyLimit, @Nullable String trustedProxies) {}
