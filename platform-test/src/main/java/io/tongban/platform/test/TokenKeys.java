package io.tongban.platform.test;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/** The keys of Keycloak and one of the caller's own: with it tokens are made that Keycloak gives nobody, or not in time. */
public final class TokenKeys implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final SigningKey key;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI keycloak;
    private final HttpServer server;

    private TokenKeys(SigningKey key, URI keycloak, HttpServer server) {
        this.key = key;
        this.keycloak = keycloak;
        this.server = server;
    }

    /**
     * The keys, served until they are closed.
     *
     * @param key the caller's own
     * @param issuer address of the realm of Keycloak whose keys stand beside it
     */
    public static TokenKeys besides(URI issuer, SigningKey key) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        TokenKeys keys = new TokenKeys(key, URI.create(issuer + "/protocol/openid-connect/certs"), server);
        server.createContext("/keys", exchange -> {
            try (exchange) {
                byte[] answer = keys.all().getBytes(StandardCharsets.UTF_8);
                exchange.getResponseHeaders().set("Content-Type", "application/jwk-set+json");
                exchange.sendResponseHeaders(200, answer.length);
                exchange.getResponseBody().write(answer);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        });
        server.start();
        return keys;
    }

    public SigningKey key() {
        return key;
    }

    /** Where the key set is found. */
    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/keys");
    }

    private String all() throws IOException, InterruptedException {
        JsonNode keys = keycloaks();
        ((ArrayNode) keys.path("keys"))
                .addAll((ArrayNode) JSON.readTree(key.publicKeys()).path("keys"));
        return JSON.writeValueAsString(keys);
    }

    private JsonNode keycloaks() throws IOException, InterruptedException {
        HttpResponse<String> answer =
                http.send(HttpRequest.newBuilder(keycloak).build(), HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IOException("Keycloak answered " + answer.statusCode() + " instead of its keys");
        }
        return JSON.readTree(answer.body());
    }

    @Override
    public void close() {
        server.stop(0);
        http.close();
    }
}
