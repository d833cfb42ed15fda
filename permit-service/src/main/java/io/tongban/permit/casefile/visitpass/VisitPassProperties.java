package io.tongban.permit.casefile.visitpass;

import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Where the keys of visit passes are published.
 *
 * @param jwkSetUri key set of community-service
 * @param connectTimeout for reaching it
 * @param readTimeout for its answer
 * @param keysFor how long keys are held before they are read again
 * @param keysThroughOutage how long keys are held while community-service cannot be reached
 */
@Validated
@ConfigurationProperties("tongban.visit-pass")
record VisitPassProperties(
        @NotNull URI jwkSetUri,
        @NotNull @DefaultValue("PT1S") Duration connectTimeout,
        @NotNull @DefaultValue("PT2S") Duration readTimeout,
        @NotNull @DefaultValue("PT5M") Duration keysFor,
        @NotNull @DefaultValue("PT4H") Duration keysThroughOutage) {}
