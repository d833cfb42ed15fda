package io.tongban.gateway.description;

import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * How the services' own descriptions are read.
 *
 * @param insuranceAdapter where insurance-adapter is, to which no route leads; without it its description is left out
 * @param firstWithin how long the gateway waits at its start, before it is ready, until every service has described itself
 * @param keepFor how long a description is shown before it is read again
 * @param connect how long a service may take to accept a connection
 * @param answer how long it may take to answer
 */
@Validated
@ConfigurationProperties("tongban.description")
record DescriptionProperties(
        @Nullable URI insuranceAdapter,
        @NotNull Duration firstWithin,
        @NotNull Duration keepFor,
        @NotNull Duration connect,
        @NotNull Duration answer) {}
