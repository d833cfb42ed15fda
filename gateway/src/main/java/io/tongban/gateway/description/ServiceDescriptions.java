package io.tongban.gateway.description;

import io.tongban.gateway.route.RouteProblem;
import io.tongban.platform.problem.Problem;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import tools.jackson.databind.JsonNode;

/**
 * The services' own descriptions, read again from time to time; of a service that does not answer the last one is shown,
 * for its description does not end when it does.
 */
final class ServiceDescriptions {

    private static final Logger log = LoggerFactory.getLogger(ServiceDescriptions.class);

    private static final String RETRY_AFTER_SECONDS = "2";

    private final List<DescribedService> services;
    private final RestClient client;
    private final Duration keepFor;
    private final InstantSource clock;
    private final Map<DescribedService, JsonNode> held = new ConcurrentHashMap<>();
    private final Set<DescribedService> complainedOf = ConcurrentHashMap.newKeySet();
    private final Lock reading = new ReentrantLock();
    private volatile Instant readAt = Instant.MIN;
    private volatile long readings;

    ServiceDescriptions(List<DescribedService> services, RestClient client, Duration keepFor, InstantSource clock) {
        this.services = List.copyOf(services);
        this.client = client;
        this.keepFor = keepFor;
        this.clock = clock;
    }

    /** @throws Problem {@link RouteProblem#SERVICE_NOT_REACHED} if a service has never answered */
    Map<DescribedService, JsonNode> read() {
        areWhole();
        Map<DescribedService, JsonNode> all = new LinkedHashMap<>();
        services.forEach(service -> all.put(service, heldOf(service)));
        return all;
    }

    /** Whether every service has described itself, if it is asked once more. */
    boolean areWhole() {
        long known = readings;
        if (!isHeld()) {
            reading.lock();
            readUnlessReadSince(known);
        } else if (isOld() && reading.tryLock()) { // nobody waits for a slow service while there is something to show
            readUnlessReadSince(known);
        }
        return isHeld();
    }

    private boolean isHeld() {
        return held.keySet().containsAll(services);
    }

    /** Who waited for a reading takes what it brought, or a service that is away would be waited for by each in turn. */
    private void readUnlessReadSince(long known) {
        try {
            if (readings == known) {
                if (isOld()) {
                    services.forEach(this::readAgain);
                    readAt = clock.instant();
                } else { // who has described itself is not asked for the sake of who has not
                    services.stream()
                            .filter(service -> !held.containsKey(service))
                            .forEach(this::readAgain);
                }
                readings = known + 1;
            }
        } finally {
            reading.unlock();
        }
    }

    private boolean isOld() {
        return !clock.instant().minus(keepFor).isBefore(readAt);
    }

    private void readAgain(DescribedService service) {
        try {
            JsonNode document = client.get()
                    .uri(service.address().resolve("/openapi"))
                    .retrieve()
                    .body(JsonNode.class);
            if (document != null && document.path("paths").isObject()) {
                held.put(service, document);
                complainedOf.remove(service);
            }
        } catch (RestClientException failure) {
            if (complainedOf.add(service)) {
                log.warn("The description of {} cannot be read: {}", service.name(), failure.toString());
            }
        }
    }

    private JsonNode heldOf(DescribedService service) {
        JsonNode document = held.get(service);
        if (document == null) {
            throw Problem.of(RouteProblem.SERVICE_NOT_REACHED)
                    .with("service", service.name())
                    .header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
        }
        return document;
    }
}
