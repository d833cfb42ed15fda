package io.tongban.sandbox.fault;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * An account that calls the gateway and does not give up: what was not answered, or cannot be answered now, is sent again as it was, with
 * the same key where it creates something.
 */
public final class PatientCaller {

    private static final JsonMapper JSON = JsonMapper.shared();

    /** Longer than the gateway waits for any service. */
    private static final Duration ANSWER = Duration.ofSeconds(30);

    private static final Duration PAUSE = Duration.ofMillis(250);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    /** Answers that say that nothing was begun. */
    private static final Set<String> NOTHING_DONE =
            Set.of("account-busy", "lane-full", "lane-rate-exceeded", "service-not-reached", "visit-pass-not-checked");

    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();

    private final URI gateway;
    private final String authorization;

    public PatientCaller(URI gateway, String token) {
        this.gateway = gateway;
        this.authorization = "Bearer " + token;
    }

    Answered get(String path, Map<String, String> headers, Journal journal) throws InterruptedException {
        return send(request("GET", path, null, headers), journal);
    }

    Answered post(String path, Object body, Map<String, String> headers, Journal journal) throws InterruptedException {
        return send(request("POST", path, JSON.writeValueAsString(body), headers), journal);
    }

    private HttpRequest request(String method, String path, @Nullable String body, Map<String, String> headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(gateway.resolve(path))
                .timeout(ANSWER)
                .header("Authorization", authorization)
                .method(
                        method,
                        body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
        if (body != null) {
            request.header("Content-Type", "application/json");
        }
        headers.forEach(request::header);
        return request.build();
    }

    /** @throws GaveUp if it is not answered for so long that nobody would wait for it */
    private static Answered send(HttpRequest request, Journal journal) throws InterruptedException {
        long began = System.nanoTime();
        boolean unsure = false;
        while (System.nanoTime() - began < PATIENCE.toNanos()) {
            Duration pause = PAUSE;
            try {
                HttpResponse<String> answer = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
                Answered answered = new Answered(
                        answer.statusCode(),
                        answer.headers().firstValue("ETag").orElse(""),
                        tree(answer.body()),
                        unsure);
                if (answered.status() == 500) {
                    journal.unforeseen(answered.status() + " " + answered.problem());
                }
                if (!isToBeSentAgain(answered)) {
                    return answered;
                }
                unsure |= !NOTHING_DONE.contains(answered.problem());
                pause = pause(answer);
            } catch (IOException notAnswered) {
                unsure = true;
            }
            TimeUnit.NANOSECONDS.sleep(pause.toNanos());
        }
        journal.refused(
                request.method() + " " + request.uri().getPath().replaceAll("[0-9a-f-]{36}", "…") + " not answered");
        throw new GaveUp();
    }

    private static boolean isToBeSentAgain(Answered answered) {
        return answered.status() == 429
                || answered.status() >= 500
                || answered.problem().equals("idempotency-key-in-use");
    }

    private static Duration pause(HttpResponse<?> answer) {
        Duration asked = answer.headers().firstValueAsLong("Retry-After").isPresent()
                ? Duration.ofSeconds(
                        answer.headers().firstValueAsLong("Retry-After").getAsLong())
                : PAUSE;
        return asked.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : asked;
    }

    private static JsonNode tree(String body) {
        try {
            return JSON.readTree(body.isEmpty() ? "{}" : body);
        } catch (JacksonException notJson) {
            return JSON.valueToTree(Map.of());
        }
    }

    /** A request was not answered for minutes. */
    static final class GaveUp extends RuntimeException {

        private GaveUp() {
            super("not answered within " + PATIENCE, null, false, false);
        }
    }
}
