package io.tongban.engine.command.remote;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** The standards of one network, in the name of one person. */
final class Server {

    private final Http http;
    private final URI gateway;
    private final String token;
    private final Map<String, String> files;

    Server(Http http, URI gateway, String token) {
        this(http, gateway, token, Map.of());
    }

    private Server(Http http, URI gateway, String token, Map<String, String> files) {
        this.http = http;
        this.gateway = gateway;
        this.token = token;
        this.files = files;
    }

    /** The same server; where it speaks of what it was sent, the local file is named instead. */
    Server speakingOf(Map<String, String> files) {
        return new Server(http, gateway, token, Map.copyOf(files));
    }

    URI gateway() {
        return gateway;
    }

    /** @throws CannotGoOn with the server's own words, unless it did what it was asked for */
    Http.Answer get(String path) throws CannotGoOn {
        return require("GET", path, http.get(address(path), headers(Map.of())));
    }

    /** What is there, or missing where nothing is. */
    JsonNode find(String path) throws CannotGoOn {
        Http.Answer answer = http.get(address(path), headers(Map.of()));
        return answer.status() == 404
                ? MissingNode.getInstance()
                : require("GET", path, answer).body();
    }

    /** @throws CannotGoOn with the server's own words, unless it did what it was asked for */
    Http.Answer post(String path, Map<String, String> headers, @Nullable Object body) throws CannotGoOn {
        return require("POST", path, http.post(address(path), headers(headers), body));
    }

    private Http.Answer require(String method, String path, Http.Answer answer) throws CannotGoOn {
        if (!answer.isOk()) {
            throw Refusal.of(method + " " + address(path), answer, files);
        }
        return answer;
    }

    private URI address(String path) {
        return gateway.resolve("/api/v1/standards" + path);
    }

    private Map<String, String> headers(Map<String, String> more) {
        Map<String, String> headers = new LinkedHashMap<>(more);
        headers.put("Authorization", "Bearer " + token);
        return headers;
    }
}
