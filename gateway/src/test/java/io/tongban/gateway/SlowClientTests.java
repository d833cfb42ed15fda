package io.tongban.gateway;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.tongban.platform.test.TestTokens;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.core.env.Environment;

/** Clients that are slow in what they send or take: none of them keeps a connection or a place for as long as it likes. */
@GatewayTest
@ExtendWith(OutputCaptureExtension.class)
class SlowClientTests {

    private static final int LARGE = 24 * 1024 * 1024; // more than the sockets of both sides hold

    @Autowired
    private TestClient client;

    @Autowired
    private TestServices services;

    @Autowired
    private TestTokens tokens;

    @Autowired
    private MeterRegistry meters;

    @Autowired
    private Environment environment;

    @BeforeEach
    void servicesAnswer() {
        services.reset();
        services.permit().stubFor(any(anyUrl()).willReturn(aResponse().withBody(new byte[LARGE])));
        services.community().stubFor(any(anyUrl()).willReturn(aResponse().withBody("{}")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"GET /", "GET / HTTP/1.1\r\nHost: x\r\nX-Slow: ", "GET / HTTP/1.1\r\nHost: x\r\nX-Slow: x\r\nX-"
            })
    void aHeadThatComesByteByByteIsNotWaitedFor(String begun, CapturedOutput output) throws IOException {
        for (String port : new String[] {"local.server.port", "local.management.port"}) {
            try (Socket socket = connected(port)) {
                send(socket, begun);
                await().pollInterval(Duration.ofMillis(100)).until(() -> isClosedAfter(socket, "x"));
            }
        }
        assertThat(output).doesNotContain("X-Slow", "Exception");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "GET /",
                "GET / HTTP/1.1\r\nHost: x\r\n",
                "GET /actuator/health/liveness HTTP/1.1\r\nHost: x\r\n\r\n"
            })
    void aClientThatSaysNothingMoreIsNotWaitedFor(String begun) throws IOException {
        for (String port : new String[] {"local.server.port", "local.management.port"}) {
            try (Socket socket = connected(port)) {
                send(socket, begun);
                assertThat(socket.getInputStream().readAllBytes())
                        .satisfiesAnyOf(
                                nothing -> assertThat(nothing).isEmpty(),
                                answer -> assertThat(new String(answer, StandardCharsets.UTF_8))
                                        .startsWith("HTTP/1.1 "));
            }
        }
    }

    @Test
    void whoTakesAnAnswerByteByByteHoldsNoPlaceForLong(CapturedOutput output) throws IOException {
        String partner = tokens.withRoles("api-consumer");
        try (Socket socket = new Socket()) {
            socket.setReceiveBufferSize(4096);
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port("local.server.port")));
            send(socket, """
                    GET /api/v1/cases/1 HTTP/1.1\r
                    Host: localhost\r
                    Authorization: Bearer %s\r
                    \r
                    """.formatted(partner));
            await().until(() -> inside() == 1);
            await().pollInterval(Duration.ofMillis(100)).until(() -> {
                assertThat(socket.getInputStream().readNBytes(64)).hasSize(64);
                return inside() == 0;
            });
        }
        assertThat(output).doesNotContain("ERROR", "Exception");
    }

    @Test
    void whoTakesItAsItComesGetsAllOfIt() throws Exception {
        assertThat(client.getBytes("/api/v1/cases/1", TestClient.bearer(tokens.withRoles("api-consumer")))
                        .body())
                .hasSize(LARGE);
    }

    private double inside() {
        return meters.get("tongban.lane.inside").tag("lane", "partner").gauge().value();
    }

    private Socket connected(String port) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port(port));
        socket.setSoTimeout(8_000);
        return socket;
    }

    private int port(String name) {
        return environment.getRequiredProperty(name, Integer.class);
    }

    private static void send(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** Whether the other side has ended the connection, at the latest as an answer to more. */
    private static boolean isClosedAfter(Socket socket, String more) throws IOException {
        try {
            send(socket, more);
            socket.setSoTimeout(1);
            return socket.getInputStream().read() < 0;
        } catch (SocketTimeoutException stillOpen) {
            return false;
        } catch (SocketException reset) {
            return true;
        }
    }
}
