package io.tongban.permit.publication;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How published versions come to every replica.
 *
 * @param refreshEvery interval on the system clock between two looks at the database for new versions
 */
@Validated
@ConfigurationProperties("tongban.standards")
record PublicationProperties(@NotNull @DefaultValue("PT2S") Duration refreshEvery) {}
