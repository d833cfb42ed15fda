package io.tongban.community.permitservice;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.tongban.platform.servicetoken.ServiceToken;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
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
     * The ids of the criteria of all published versions of the item: a case goes by the version of its first visit.
     *
     * @throws RuntimeException if they cannot be read, whatever the reason
     */
    ItemCriteria criteria(String item) {
        return breaker.executeSupplier(() -> {
            long begun = System.nanoTime();
            Set<String> known = new HashSet<>();
            List<Set<String>> routes = new ArrayList<>();
            for (String version : versions(item)) {
                if (System.nanoTime() - begun > readWithin.toNanos()) {
                    throw new IllegalStateException("the criteria were not read within " + readWithin);
                }
                JsonNode standard = read("/api/v1/standards/{item}/{version}", item, version);
                standard.path("criteria")
                        .forEach(criterion -> known.add(criterion.path("id").asString()));
                standard.path("routes").forEach(route -> routes.add(texts(route.path("criteria"))));
            }
            return new ItemCriteria(known, common(routes));
        });
    }

    /**
     * When the case of the caller is ready, by the caller's own right to read it.
     *
     * @param authorization the caller's
     * @throws RuntimeException if it cannot be read, whatever the reason
     */
    ReadyDates.Answer readyOn(UUID caseId, String authorization) {
        return breaker.executeSupplier(() -> {
            try {
                JsonNode file = Objects.requireNonNull(client.get()
                        .uri("/api/v1/cases/{id}", caseId)
                        .header(HttpHeaders.AUTHORIZATION, authorization)
                        .retrieve()
                        .body(JsonNode.class));
                JsonNode readyOn = file.path("assessment").path("readyOn");
                return new ReadyDates.Answer(true, readyOn.isString() ? LocalDate.parse(readyOn.stringValue()) : null);
            } catch (HttpClientErrorException.NotFound noCaseOfTheirs) {
                return new ReadyDates.Answer(!isUnknownCase(noCaseOfTheirs), null);
            } catch (HttpClientErrorException.Forbidden notTheirs) { // an answer, and none about the date
                return new ReadyDates.Answer(true, null);
            }
        });
    }

    /** And not the answer of something that stands between. */
    private static boolean isUnknownCase(HttpClientErrorException.NotFound answer) {
        return answer.getResponseBodyAsString().contains("\"/errors/case-unknown\"");
    }

    private static Set<String> texts(JsonNode list) {
        return list.valueStream().map(JsonNode::asString).collect(Collectors.toSet());
    }

    private static Set<String> common(List<Set<String>> routes) {
        if (routes.isEmpty()) {
            return Set.of();
        }
        Set<String> common = new HashSet<>(routes.getFirst());
        routes.forEach(common::retainAll);
        return common;
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
