package io.tongban.bench.network;

import io.tongban.bench.load.Work;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An account that calls the gateway with its token. */
public final class Caller {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Duration LONGEST = Duration.ofSeconds(60);

    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();

    private final URI server;
    private final String authorization;

    public Caller(CityNetwork network, String token) {
        this(network.gateway(), token);
    }

    /** A caller of another server at this address. */
    public Caller(URI server, String token) {
        this.server = server;
        this.authorization = "Bearer " + token;
    }

    public Call get(String path) {
        return new Call("GET", path, null);
    }

    public Call post(String path, Object body) {
        return new Call("POST", path, JSON.writeValueAsString(body));
    }

    /** A request that is not sent yet. */
    public final class Call {

        private final HttpRequest.Builder request;

        private Call(String method, String path, @Nullable String body) {
            this.request = HttpRequest.newBuilder(server.resolve(path))
                    .timeout(LONGEST)
                    .header("Authorization", authorization)
                    .method(
                            method,
                            body == null
                                    ? HttpRequest.BodyPublishers.noBody()
                                    : HttpRequest.BodyPublishers.ofString(body));
            if (body != null) {
                request.header("Content-Type", "application/json");
            }
        }

        /** With a key of its own. */
        public Call creating() {
            return with("Idempotency-Key", UUID.randomUUID().toString());
        }

        public Call with(String header, String value) {
            request.header(header, value);
            return this;
        }

        /**
         * Sends the request.
         *
         * @throws Work.Failed if another status is answered
         */
        public Answer expect(int status) throws IOException, InterruptedException {
            HttpResponse<String> answer = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != status) {
                throw new Work.Failed(answer.statusCode() + " " + problem(answer.body()));
            }
            return new Answer(answer.headers().firstValue("ETag").orElse(""), answer.body());
        }

        private static String problem(String body) {
            try {
                String type = JSON.readTree(body).path("type").asString("");
                return type.substring(type.lastIndexOf('/') + 1);
            } catch (JacksonException noJson) {
                return "";
            }
        }
    }

    /**
     * What was answered.
     *
     * @param entityTag empty if there is none
     */
    public record Answer(String entityTag, String text) {

        public JsonNode body() {
            return JSON.readTree(text);
        }
    }
}
