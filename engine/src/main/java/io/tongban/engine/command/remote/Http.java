package io.tongban.engine.command.remote;

import io.tongban.engine.command.ExitCode;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** Calls of a server that answers JSON. Follows no redirect: a token goes where it was meant to go. */
final class Http {

    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration ANSWER = Duration.ofMinutes(2); // the suites of a standard run meanwhile

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT)
            .build();

    Answer get(URI address, Map<String, String> headers) throws CannotGoOn {
        return send(request(address, headers).GET());
    }

    Answer post(URI address, Map<String, String> headers, @Nullable Object body) throws CannotGoOn {
        HttpRequest.Builder request = request(address, headers);
        return send(
                body == null
                        ? request.POST(BodyPublishers.noBody())
                        : request.header("Content-Type", "application/json")
                                .POST(BodyPublishers.ofString(
                                        JsonMapper.shared().writeValueAsString(body))));
    }

    Answer postForm(URI address, Map<String, String> fields) throws CannotGoOn {
        return send(request(address, Map.of())
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(fields.entrySet().stream()
                        .map(field -> field.getKey() + "=" + encoded(field.getValue()))
                        .collect(Collectors.joining("&")))));
    }

    static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    private static HttpRequest.Builder request(URI address, Map<String, String> headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address)
                .timeout(ANSWER)
                .header("Accept", "application/json, application/problem+json");
        headers.forEach(request::header);
        return request;
    }

    private Answer send(HttpRequest.Builder request) throws CannotGoOn {
        HttpRequest call = request.build();
        try {
            HttpResponse<String> response = client.send(call, BodyHandlers.ofString(StandardCharsets.UTF_8));
            return new Answer(response.statusCode(), response.headers().firstValue("ETag"), tree(response.body()));
        } catch (IOException cause) {
            throw new CannotGoOn(
                    ExitCode.UNUSABLE,
                    List.of(
                            call.uri() + ": no answer (" + cause.getClass().getSimpleName() + ")",
                            "  remedy: see that the address is right and that the network runs"));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new CannotGoOn(ExitCode.UNUSABLE, List.of("interrupted"));
        }
    }

    private static JsonNode tree(String body) {
        try {
            return JsonMapper.shared().readTree(body);
        } catch (JacksonException notJson) {
            return MissingNode.getInstance();
        }
    }

    /**
     * What a server answered.
     *
     * @param body missing where it was not JSON
     */
    record Answer(int status, Optional<String> etag, JsonNode body) {

        boolean isOk() {
            return status / 100 == 2;
        }
    }
}
