package io.tongban.sandbox.standin;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ShownRequestsTests {

    private final HttpClient http = HttpClient.newHttpClient();
    private final HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);

    ShownRequestsTests() throws IOException {}

    @BeforeEach
    void start() {
        server.createContext("/sms", ShownRequests.messages());
        server.createContext("/partner", ShownRequests.deliveries());
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void showsMessagesTheNewestFirst() throws Exception {
        assertThat(send("/sms", "POST", "{\"to\": \"1990\", \"text\": \"【通办】一\\n行\"}")
                        .statusCode())
                .isEqualTo(202);
        send("/sms", "POST", "{\"to\": \"1991\", \"text\": \"二\"}");
        assertThat(send("/sms", "POST", "no json").statusCode()).isEqualTo(400);

        assertThat(send("/sms", "GET", "").body()).isEqualTo("1991  二\n1990  【通办】一 行");
        assertThat(send("/sms", "DELETE", "").statusCode()).isEqualTo(405);
    }

    @Test
    void confirmsThatItWantsToBeToldOfEvents() throws Exception {
        HttpResponse<String> confirmed = send("/partner", "OPTIONS", "");
        assertThat(confirmed.headers().firstValue("WebHook-Allowed-Origin")).contains("*");

        send("/partner", "POST", "{\"id\": \"c:1\", \"type\": \"t\", \"data\": {\"a\": 1}}");
        assertThat(send("/partner", "GET", "").body()).isEqualTo("c:1  t  {\"a\":1}");
    }

    private HttpResponse<String> send(String path, String method, String body) throws Exception {
        return http.send(
                HttpRequest.newBuilder(URI.create(
                                "http://127.0.0.1:" + server.getAddress().getPort() + path))
                        .method(method, BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }
}
