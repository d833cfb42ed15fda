package io.tongban.sandbox.story;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Someone who calls the gateway with a token of their own: a person who signs in, or a system with a secret. */
final class Person {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private static final HttpClient HTTP = HttpClient.newBuilder()
            .connectTimeout(Duration.ofSeconds(5))
            .version(HttpClient.Version.HTTP_1_1)
            .build();

    private final String name;
    private final TokenSource tokens;
    private final URI gateway;
    private @Nullable AccessToken token;
    private long renewAtNanos;

    Person(String name, String password, SignIn signIn, URI gateway) {
        this(name, () -> signIn.as(name, password), gateway);
    }

    private Person(String name, TokenSource tokens, URI gateway) {
        this.name = name;
        this.tokens = tokens;
        this.gateway = gateway;
    }

    /** A system with an account of its own. */
    static Person system(String client, String secret, SignIn signIn, URI gateway) {
        return new Person(client, () -> signIn.asClient(client, secret), gateway);
    }

    String name() {
        return name;
    }

    Answer get(String path) throws IOException, InterruptedException {
        return call("GET", path, Optional.empty(), Map.of());
    }

    /** A POST that creates: with a fresh idempotency key. */
    Answer create(String path, Object body, Map<String, String> headers) throws IOException, InterruptedException {
        Map<String, String> all = new LinkedHashMap<>(headers);
        all.put("Idempotency-Key", UUID.randomUUID().toString());
        return call("POST", path, Optional.of(body), all);
    }

    Answer post(String path, Object body, Map<String, String> headers) throws IOException, InterruptedException {
        return call("POST", path, Optional.of(body), headers);
    }

    /** A POST without a body. */
    Answer send(String path, Map<String, String> headers) throws IOException, InterruptedException {
        return call("POST", path, Optional.empty(), headers);
    }

    private Answer call(String method, String path, Optional<Object> body, Map<String, String> headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(gateway.resolve(path))
                .timeout(TIMEOUT)
                .header("Authorization", "Bearer " + token().value())
                .header("Accept", "application/json, application/problem+json")
                .method(
                        method,
                        body.map(tree -> HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(tree)))
                                .orElseGet(HttpRequest.BodyPublishers::noBody));
        body.ifPresent(tree -> request.header("Content-Type", "application/json"));
        headers.forEach(request::header);
        HttpResponse<String> response = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
        return new Answer(
                name + ": " + method + " " + path,
                response.statusCode(),
                response.headers().firstValue("ETag"),
                tree(response.body()));
    }

    private static JsonNode tree(String body) {
        try {
            return JSON.readTree(body.isEmpty() ? "{}" : body);
        } catch (JacksonException notJson) {
            return JSON.valueToTree(Map.of("text", body));
        }
    }

    /** Signs in again before the token has lived three quarters of its life. */
    AccessToken token() throws IOException, InterruptedException {
        AccessToken current = token;
        if (current == null || System.nanoTime() - renewAtNanos > 0) {
            current = tokens.next();
            token = current;
            renewAtNanos = System.nanoTime() + current.life().toNanos() / 4 * 3;
        }
        return current;
    }

    /** Where a fresh token comes from. */
    private interface TokenSource {

        AccessToken next() throws IOException, InterruptedException;
    }
}
