package io.tongban.gateway;

import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.springframework.core.env.Environment;

/** A client of the gateway under test. */
final class TestClient implements AutoCloseable {

    private final Environment environment;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final HttpClient behindProxy = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .localAddress(InetAddress.ofLiteral("127.0.0.2"))
            .build();

    TestClient(Environment environment) {
        this.environment = environment;
    }

    HttpResponse<String> get(String path, String... headers) {
        return send(to(path, headers).GET().build());
    }

    HttpResponse<String> head(String path, String... headers) {
        return send(to(path, headers).HEAD().build());
    }

    HttpResponse<String> options(String path, String... headers) {
        return send(to(path, headers).method("OPTIONS", BodyPublishers.noBody()).build());
    }

    HttpResponse<String> post(String path, String body, String... headers) {
        return send(to(path, headers)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build());
    }

    /** With a body whose length nobody announces. */
    HttpResponse<String> postInChunks(String path, byte[] body, String... headers) {
        BodyPublisher chunked = BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body));
        return send(to(path, headers)
                .header("Content-Type", "application/json")
                .POST(chunked)
                .build());
    }

    CompletableFuture<HttpResponse<String>> getLater(String path, String... headers) {
        return http.sendAsync(to(path, headers).GET().build(), BodyHandlers.ofString());
    }

    /** From the address that the gateway trusts as a proxy's. */
    HttpResponse<String> getBehindProxy(String path, String... headers) {
        return send(behindProxy, to(path, headers).GET().build());
    }

    HttpResponse<byte[]> getBytes(String path, String... headers) throws IOException, InterruptedException {
        return http.send(to(path, headers).GET().build(), BodyHandlers.ofByteArray());
    }

    /** What comes back for bytes that no client library would send; each character is one of them. */
    String raw(String request) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** What comes back for a request whose body comes byte by byte, ten in a second, until there is an answer. */
    String trickled(String head) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(head.getBytes(StandardCharsets.ISO_8859_1));
            await().pollInterval(Duration.ofMillis(100)).until(() -> {
                if (socket.getInputStream().available() > 0) {
                    return true;
                }
                socket.getOutputStream().write('x');
                return false;
            });
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Override
    public void close() {
        http.close();
        behindProxy.close();
    }

    static String[] bearer(String token) {
        return new String[] {"Authorization", "Bearer " + token};
    }

    private HttpRequest.Builder to(String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + path))
                .timeout(Duration.ofSeconds(20));
        return headers.length == 0 ? request : request.headers(headers);
    }

    private HttpResponse<String> send(HttpRequest request) {
        return send(http, request);
    }

    private static HttpResponse<String> send(HttpClient http, HttpRequest request) {
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    int port() {
        return Integer.parseInt(Objects.requireNonNull(environment.getProperty("local.server.port")));
    }
}
