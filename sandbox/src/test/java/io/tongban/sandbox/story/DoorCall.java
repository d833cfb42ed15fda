package io.tongban.sandbox.story;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * A call of an operation, whoever makes it.
 *
 * @param body what is sent as JSON; null for nothing
 */
record DoorCall(
        String method,
        String path,
        Map<String, String> headers,
        @Nullable Object body) {

    private static final HttpClient HTTP = HttpClient.newBuilder()
            .connectTimeout(Duration.ofSeconds(5))
            .version(HttpClient.Version.HTTP_1_1)
            .build();

    DoorCall {
        headers = Map.copyOf(headers);
    }

    static DoorCall post(String path, Map<String, String> headers, @Nullable Object body) {
        return new DoorCall("POST", path, headers, body);
    }

    /** @param token empty for none */
    HttpResponse<String> send(URI service, String token, Map<String, String> shown)
            throws IOException, InterruptedException {
        Map<String, String> all = new LinkedHashMap<>(headers);
        all.putAll(shown);
        all.put("Idempotency-Key", UUID.randomUUID().toString());
        if (!token.isEmpty()) {
            all.put("Authorization", "Bearer " + token);
        }
        if (body != null) {
            all.put("Content-Type", "application/json");
        }
        HttpRequest.Builder request = HttpRequest.newBuilder(service.resolve(path))
                .timeout(Duration.ofSeconds(60))
                .method(
                        method,
                        body == null
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(
                                        JsonMapper.shared().writeValueAsString(body)));
        all.forEach(request::header);
        return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
