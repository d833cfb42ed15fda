package io.tongban.permit.casefile.visitpass;

import jakarta.validation.constraints.NotNull;
import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * Where the keys of visit passes are published; how they are read and held is set below {@code tongban.key-sets}.
 *
 * @param jwkSetUri key set of community-service
 */
@Validated
@ConfigurationProperties("tongban.visit-pass")
record VisitPassProperties(@NotNull URI jwkSetUri) {}
