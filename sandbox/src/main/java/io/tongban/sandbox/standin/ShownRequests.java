package io.tongban.sandbox.standin;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Function;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Takes what is posted, confirms that it wants to be told, and shows the latest of it to whoever reads: a line each, the newest first.
 */
public final class ShownRequests implements HttpHandler {

    private static final int MOST = 200;
    private static final int LARGEST = 100_000;
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Function<JsonNode, String> line;
    private final Deque<String> taken = new ArrayDeque<>();

    private ShownRequests(Function<JsonNode, String> line) {
        this.line = line;
    }

    /** The gateway of short messages: to whom, and what. */
    public static ShownRequests messages() {
        return new ShownRequests(
                body -> body.path("to").asString("") + "  " + body.path("text").asString(""));
    }

    /** A partner's address: which event. */
    public static ShownRequests deliveries() {
        return new ShownRequests(body ->
                body.path("id").asString("") + "  " + body.path("type").asString("") + "  " + body.path("data"));
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            switch (exchange.getRequestMethod()) {
                case "GET" -> answer(exchange, 200, shown());
                case "OPTIONS" -> {
                    exchange.getResponseHeaders().set("WebHook-Allowed-Origin", "*");
                    answer(exchange, 200, "");
                }
                case "POST" -> take(exchange);
                default -> answer(exchange, 405, "");
            }
        }
    }

    private void take(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readNBytes(LARGEST);
        try {
            add(line.apply(JSON.readTree(body)));
            answer(exchange, 202, "");
        } catch (JacksonException unreadable) {
            answer(exchange, 400, "");
        }
    }

    private synchronized void add(String what) {
        taken.addFirst(what.replaceAll("\\R", " "));
        while (taken.size() > MOST) {
            taken.removeLast();
        }
    }

    private synchronized String shown() {
        return String.join("\n", taken);
    }

    private static void answer(HttpExchange exchange, int status, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "text/plain;charset=UTF-8");
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        if (bytes.length > 0) {
            exchange.getResponseBody().write(bytes);
        }
    }
}
