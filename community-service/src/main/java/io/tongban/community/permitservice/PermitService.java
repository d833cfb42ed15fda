package io.tongban.community.permitservice;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.tongban.platform.servicetoken.ServiceToken;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClient;
import tools.jackson.databind.JsonNode;

/** The calls that are made to permit-service; telling it the same twice changes nothing. */
final class PermitService {

    private final RestClient client;
    private final ServiceToken token;
    private final CircuitBreaker breaker;
    private final Duration readWithin;

    /** @param readWithin after which nothing more is asked to know the criteria of an item */
    PermitService(RestClient client, ServiceToken token, CircuitBreaker breaker, Duration readWithin) {
        this.readWithin = readWithin;
        this.client = client;
        this.token = token;
        this.breaker = breaker;
    }

    /** @throws RuntimeException if it was not heard, whatever the reason */
    void tell(List<UUID> ended) {
        breaker.executeRunnable(() -> send(ended, token.authorization()));
    }

    /**
     * The ids of all criteria that any published version of the item has: a case goes by the version of its first visit.
     *
     * @throws RuntimeException if they cannot be read, whatever the reason
     */
    Set<String> criteria(String item) {
        return breaker.executeSupplier(() -> {
            long begun = System.nanoTime();
            Set<String> criteria = new HashSet<>();
            for (String version : versions(item)) {
                if (System.nanoTime() - begun > readWithin.toNanos()) {
                    throw new IllegalStateException("the criteria were not read within " + readWithin);
                }
                read("/api/v1/standards/{item}/{version}", item, version)
                        .path("criteria")
                        .forEach(criterion -> criteria.add(criterion.path("id").asString()));
            }
            return criteria;
        });
    }

    /** Without the layers that others build on: what they say is in those. None of an item without a standard. */
    private List<String> versions(String item) {
        try {
            return read("/api/v1/standards/{item}", item)
                    .path("versions")
                    .valueStream()
                    .filter(version -> !version.path("base").asBoolean())
                    .map(version -> version.path("version").asString())
                    .toList();
        } catch (HttpClientErrorException.NotFound unknown) {
            return List.of();
        }
    }

    private JsonNode read(String path, Object... parts) {
        return Objects.requireNonNull(
                client.get().uri(path, parts).retrieve().body(JsonNode.class), "an answer without a body");
    }

    /** A token that is not accepted is given up, and the next round has another. */
    private void send(List<UUID> ended, String authorization) {
        try {
            client.post()
                    .uri("/api/v1/ended-visits")
                    .header(HttpHeaders.AUTHORIZATION, authorization)
                    .contentType(MediaType.APPLICATION_JSON)
                    .body(new Ended(ended))
                    .retrieve()
                    .toBodilessEntity();
        } catch (HttpClientErrorException.Unauthorized revoked) {
            token.forget(authorization);
            throw revoked;
        }
    }

    /** What it is told. */
    private record Ended(List<UUID> visits) {}
}
