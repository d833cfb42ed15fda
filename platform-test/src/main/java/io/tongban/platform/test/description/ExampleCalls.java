package io.tongban.platform.test.description;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.platform.openapi.OperationExample;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.EntityExchangeResult;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.web.util.UriComponentsBuilder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Sends the examples of a service's description as they stand there, and compares what is answered. */
public final class ExampleCalls {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String IDEMPOTENCY_KEY = "Idempotency-Key";

    private static final Pattern IDS_AND_DIGESTS = Pattern.compile(AnswerComparison.UUID + "|[0-9a-f]{12,64}");

    private final RestTestClient http;
    private final ApiDocument document;

    public ExampleCalls(RestTestClient http) {
        this.http = http;
        this.document = new ApiDocument(JSON.readTree(
                http.get().uri("/openapi").exchange().returnResult(byte[].class).getResponseBody()));
    }

    /** The examples of the service's own operations. */
    public static Stream<OperationExample> all() {
        return OperationExample.ofService(ExampleCalls.class.getClassLoader()).stream();
    }

    /**
     * Sends an example and fails where its answer differs.
     *
     * @param token null for a caller who is not signed in
     * @param actual what this run has in place of an example's value: by the name of a parameter, or by a pointer into
     *     the body
     */
    public void send(OperationExample example, @Nullable String token, Map<String, String> actual) {
        ApiDocument.Operation operation = document.operation(example.operation())
                .orElseThrow(() -> new AssertionError("no operation has the id " + example.operation()));
        UriComponentsBuilder address = UriComponentsBuilder.fromPath(operation.path());
        HttpHeaders headers = new HttpHeaders();
        Map<String, Object> path = new HashMap<>();
        for (JsonNode parameter : operation.content().path("parameters")) {
            String name = parameter.path("name").asString();
            String value = value(example, parameter, actual);
            if (value == null) {
                continue;
            }
            switch (parameter.path("in").asString()) {
                case "path" -> path.put(name, value);
                case "query" -> address.queryParam(name, "{" + name + "}");
                default -> headers.set(name, value);
            }
            path.put(name, value);
        }
        if (example.request().accept() != null) {
            headers.set(HttpHeaders.ACCEPT, example.request().accept());
        }
        if (token != null) {
            headers.setBearerAuth(token);
        }
        RestTestClient.RequestBodySpec request = http.method(
                        HttpMethod.valueOf(operation.method().toUpperCase(Locale.ROOT)))
                .uri(address.encode().buildAndExpand(path).toUri())
                .headers(all -> all.addAll(headers));
        JsonNode body = example(operation.content().path("requestBody"), example.name());
        if (!body.isMissingNode()) {
            request.contentType(MediaType.APPLICATION_JSON).body(JSON.writeValueAsString(changed(body, actual)));
        }
        compare(operation, example, request.exchange().returnResult(byte[].class));
    }

    private static @Nullable String value(OperationExample example, JsonNode parameter, Map<String, String> actual) {
        String name = parameter.path("name").asString();
        if (actual.containsKey(name)) {
            return actual.get(name);
        }
        if (name.equals(IDEMPOTENCY_KEY)) {
            return UUID.randomUUID().toString();
        }
        if (!example.isFirst()) { // the description shows the parameters of the first
            return Stream.of(
                            example.request().path(),
                            example.request().query(),
                            example.request().headers())
                    .map(sent -> sent.get(name))
                    .filter(Objects::nonNull)
                    .findFirst()
                    .orElse(null);
        }
        JsonNode shown = parameter.path("example");
        return shown.isMissingNode() ? null : shown.asString();
    }

    private static JsonNode changed(JsonNode body, Map<String, String> actual) {
        JsonNode changed = body.deepCopy();
        actual.forEach((place, value) -> {
            if (place.startsWith("/")) {
                int last = place.lastIndexOf('/');
                ((ObjectNode) changed.at(place.substring(0, last))).put(place.substring(last + 1), value);
            }
        });
        return changed;
    }

    private static void compare(
            ApiDocument.Operation operation, OperationExample example, EntityExchangeResult<byte[]> answer) {
        byte[] content = Objects.requireNonNullElse(answer.getResponseBody(), new byte[0]);
        int status = example.answer().status();
        assertThat(answer.getStatus().value())
                .as("%s: %s", example.name(), new String(content, StandardCharsets.UTF_8))
                .isEqualTo(status);
        JsonNode response = operation.content().path("responses").path(String.valueOf(status));
        List<String> differences = new ArrayList<>();
        example.answer().headers().forEach((name, value) -> {
            String sent = answer.getResponseHeaders().getFirst(name);
            boolean equal = example.varies().contains(name)
                    ? sent != null && withoutIdsAndDigests(sent).equals(withoutIdsAndDigests(value))
                    : value.equals(sent);
            if (!equal) {
                differences.add(name + ": " + sent);
            }
        });
        JsonNode shown = example(response, example.name());
        if (!shown.isMissingNode()) {
            differences.addAll(AnswerComparison.differences(shown, JSON.readTree(content), example.varies()));
        }
        assertThat(differences).as("%s is answered otherwise", example.name()).isEmpty();
    }

    private static String withoutIdsAndDigests(String text) {
        return IDS_AND_DIGESTS.matcher(text).replaceAll("…").replaceAll("^https?://[^/]+", "");
    }

    private static JsonNode example(JsonNode described, String name) {
        return described
                .path("content")
                .valueStream()
                .map(form -> form.path("examples").path(name).path("value"))
                .filter(value -> !value.isMissingNode())
                .findFirst()
                .orElse(JSON.missingNode());
    }
}
