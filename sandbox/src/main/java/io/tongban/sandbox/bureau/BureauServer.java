package io.tongban.sandbox.bureau;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import io.tongban.sandbox.bureau.BureauRecords.Bureau;
import io.tongban.sandbox.bureau.BureauRecords.Person;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The bureaux over HTTP: {@code POST /<bureau>/query} as in 2017, {@code PUT /control/clock} and {@code /control/order} for who replays a
 * story, {@code /control/manner} for who wants to see what a bad bureau does to others.
 */
final class BureauServer implements AutoCloseable {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Duration SLOWNESS = Duration.ofSeconds(4);

    private final BureauRecords records;
    private final HttpServer server;
    private volatile BureauClock clock = new BureauClock(Instant.now(), System.nanoTime());
    private volatile long orderSeed = 1;
    private volatile Manner manner = Manner.TRUTHFUL;

    private BureauServer(BureauRecords records, HttpServer server) {
        this.records = records;
        this.server = server;
    }

    /** @param port 0 for any that is free */
    static BureauServer start(BureauRecords records, int port) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        BureauServer bureaux = new BureauServer(records, server);
        records.bureaux()
                .forEach(bureau -> server.createContext(
                        "/" + bureau.path() + "/query", exchange -> bureaux.query(bureau, exchange)));
        server.createContext("/control", bureaux::control);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
        return bureaux;
    }

    /** Lets others be played at the same port. */
    BureauServer with(String path, HttpHandler other) {
        server.createContext(path, other);
        return this;
    }

    int port() {
        return server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void query(Bureau bureau, HttpExchange exchange) throws IOException {
        if (!exchange.getRequestMethod().equals("POST")) {
            answer(exchange, 405, "text/plain", "POST only");
            return;
        }
        Map<String, String> form = form(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        Optional<Person> person =
                BureauRecords.find(bureau, form.getOrDefault("aac002", ""), form.getOrDefault("aac003", ""));
        String kind = form.getOrDefault("aae140", "");
        String page;
        try {
            int year = Integer.parseInt(form.getOrDefault("aae001", ""));
            int number = Integer.parseInt(form.getOrDefault("page", "1"));
            page = person.map(known -> page(
                            records.rows(known, year, kind, clock.today(SHANGHAI)),
                            number,
                            orderSeed * 31 + year * 7L + kind.hashCode()))
                    .orElseGet(QueryPage::unknownPerson);
        } catch (NumberFormatException notANumber) {
            answer(exchange, 400, "text/plain", "aae001 and page are numbers");
            return;
        }
        if (manner == Manner.SLOW) {
            try {
                Thread.sleep(SLOWNESS); // a slow bureau is what this one plays
            } catch (InterruptedException ending) {
                Thread.currentThread().interrupt();
            }
        }
        answer(exchange, 200, "text/html", page);
    }

    private String page(List<BureauRecords.Row> rows, int number, long seed) {
        boolean hides = manner == Manner.LYING && !rows.isEmpty();
        return QueryPage.of(hides ? rows.subList(1, rows.size()) : rows, rows.size(), number, seed);
    }

    private void control(HttpExchange exchange) throws IOException {
        try {
            switch (exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath()) {
                case "GET /control" -> answer(exchange, 200, "text/plain", "ready");
                case "PUT /control/clock" -> {
                    OffsetDateTime now =
                            OffsetDateTime.parse(body(exchange).path("now").asString(""));
                    clock = new BureauClock(now.toInstant(), System.nanoTime());
                    answer(exchange, 200, "text/plain", "set");
                }
                case "PUT /control/order" -> {
                    orderSeed = body(exchange).path("seed").asLong();
                    answer(exchange, 200, "text/plain", "set");
                }
                case "PUT /control/manner" -> {
                    manner = Manner.valueOf(body(exchange).path("manner").asString(""));
                    answer(exchange, 200, "text/plain", "set");
                }
                default -> answer(exchange, 404, "text/plain", "nothing here");
            }
        } catch (JacksonException | DateTimeException | IllegalArgumentException unreadable) {
            answer(exchange, 400, "text/plain", "not understood");
        }
    }

    private static JsonNode body(HttpExchange exchange) throws IOException {
        return JSON.readTree(exchange.getRequestBody().readAllBytes());
    }

    private static Map<String, String> form(String body) {
        Map<String, String> form = new HashMap<>();
        for (String pair : body.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                form.put(
                        URLDecoder.decode(pair.substring(0, equals), StandardCharsets.UTF_8),
                        URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
            }
        }
        return form;
    }

    private static void answer(HttpExchange exchange, int status, String type, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type + ";charset=UTF-8");
        exchange.sendResponseHeaders(status, bytes.length);
        try (var out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }
}
