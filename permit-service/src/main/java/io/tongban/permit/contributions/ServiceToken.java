package io.tongban.permit.contributions;

import io.tongban.permit.contributions.ContributionsUnavailable.Cause;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** This service's own token for the insurance adapter, by client credentials: held, and renewed before it expires. */
final class ServiceToken {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration LONGEST_MARGIN = Duration.ofSeconds(30);

    private final RestClient http;
    private final URI tokenUri;
    private final MultiValueMap<String, String> form;
    private final Clock systemClock;
    private final ReentrantLock renewing = new ReentrantLock();
    private volatile @Nullable Held held;

    ServiceToken(RestClient http, URI tokenUri, Credentials credentials, Clock systemClock) {
        this.http = http;
        this.tokenUri = tokenUri;
        this.form = new LinkedMultiValueMap<>();
        form.add("grant_type", "client_credentials");
        form.add("client_id", credentials.clientId());
        form.add("client_secret", credentials.clientSecret());
        this.systemClock = systemClock;
    }

    /**
     * The value of an Authorization header.
     *
     * @throws ContributionsUnavailable if no token can be had and none is valid
     */
    String authorization() {
        Held current = held;
        if (current != null && systemClock.instant().isBefore(current.renewAt())) {
            return current.authorization();
        }
        renewing.lock();
        try {
            return renewed().authorization();
        } finally {
            renewing.unlock();
        }
    }

    /** Gives up a token that the adapter did not accept. */
    void forget(String authorization) {
        renewing.lock();
        try {
            Held current = held;
            if (current != null && current.authorization().equals(authorization)) {
                held = null;
            }
        } finally {
            renewing.unlock();
        }
    }

    private Held renewed() {
        Held current = held;
        Instant now = systemClock.instant();
        if (current != null && now.isBefore(current.renewAt())) {
            return current; // someone else renewed it while this thread waited
        }
        try {
            Held fresh = fetch(now);
            held = fresh;
            return fresh;
        } catch (RestClientException | JacksonException | IllegalArgumentException cause) {
            if (current != null && now.isBefore(current.expiresAt())) {
                return current;
            }
            throw new ContributionsUnavailable(Cause.NO_TOKEN, cause);
        }
    }

    private Held fetch(Instant now) {
        String answer = http.post()
                .uri(tokenUri)
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .accept(MediaType.APPLICATION_JSON)
                .body(form)
                .retrieve()
                .body(String.class);
        JsonNode token = JSON.readTree(answer);
        JsonNode value = token.get("access_token");
        JsonNode seconds = token.get("expires_in");
        if (value == null || !value.isString() || seconds == null || !seconds.isIntegralNumber()) {
            throw new IllegalArgumentException("the identity provider's answer has no token");
        }
        Duration life = Duration.ofSeconds(seconds.longValue());
        Duration quarter = life.dividedBy(4);
        Duration margin = quarter.compareTo(LONGEST_MARGIN) < 0 ? quarter : LONGEST_MARGIN;
        return new Held("Bearer " + value.stringValue(), now.plus(life).minus(margin), now.plus(life));
    }

    /** What the service proves itself with. */
    record Credentials(String clientId, String clientSecret) {

        @Override
        public String toString() {
            return "Credentials[" + clientId + "]";
        }
    }

    private record Held(String authorization, Instant renewAt, Instant expiresAt) {

        @Override
        public String toString() {
            return "Held[until " + expiresAt + "]";
        }
    }
}
