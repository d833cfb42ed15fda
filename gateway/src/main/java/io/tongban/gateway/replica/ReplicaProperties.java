package io.tongban.gateway.replica;

import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * Which replicas are compared, and how.
 *
 * @param selector the labels of the EndpointSlices whose pods are compared, in the namespace that the gateway runs in;
 *     empty: Kubernetes is not asked
 * @param permitService the replicas where Kubernetes is not asked; where it is, the pods speak what the first address says
 * @param every the time between two rounds
 * @param connect how long a replica may take to accept a connection
 * @param answer how long it may take to answer whole
 */
@Validated
@ConfigurationProperties("tongban.replicas")
record ReplicaProperties(
        @Nullable String selector,
        List<URI> permitService,
        @NotNull Duration every,
        @NotNull Duration connect,
        @NotNull Duration answer) {

    ReplicaProperties {
        permitService = List.copyOf(Objects.requireNonNullElse(permitService, List.of()));
        if (!every.isPositive() || !connect.isPositive() || !answer.isPositive()) {
            throw new IllegalArgumentException("every, connect and answer must be longer than nothing");
        }
    }

    /** What the pods speak that Kubernetes names: what the address of the route to them says. */
    String scheme() {
        return permitService.isEmpty() ? "http" : permitService.getFirst().getScheme();
    }

    /** How long all replicas together may take. */
    Duration round() {
        return connect.plus(answer);
    }
}
