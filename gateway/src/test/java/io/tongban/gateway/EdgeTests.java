package io.tongban.gateway;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static io.tongban.gateway.TestClient.bearer;
import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.platform.test.RawHttp;
import io.tongban.platform.test.TestTokens;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@GatewayTest
@ExtendWith(OutputCaptureExtension.class)
class EdgeTests {

    private static final int LIMIT = 64 * 1024;
    private static final String CASES = "/api/v1/cases";
    private static final String OPEN_TO_ALL = "/api/v1/divisions";

    @Autowired
    TestClient client;

    @Autowired
    TestServices services;

    @Autowired
    TestTokens tokens;

    @BeforeEach
    void servicesAnswer() {
        services.reset();
        services.permit().stubFor(any(anyUrl()).willReturn(aResponse().withBody("{}")));
        services.community().stubFor(any(anyUrl()).willReturn(aResponse().withBody("{}")));
    }

    @Test
    void aBodyUpToTheLimitIsPassedOnWhole() {
        String body = "x".repeat(LIMIT);

        HttpResponse<String> announced = client.post(CASES, body, bearer(clerk()));
        HttpResponse<String> chunked =
                client.postInChunks(CASES, body.getBytes(StandardCharsets.US_ASCII), bearer(clerk()));

        assertThat(announced.statusCode()).isEqualTo(200);
        assertThat(chunked.statusCode()).isEqualTo(200);
        services.permit().verify(2, postRequestedFor(urlEqualTo(CASES)).withRequestBody(equalTo(body)));
    }

    @Test
    void aBodyThatComesByteByByteIsNotWaitedFor() throws IOException {
        String answer = client.trickled("""
                POST %s HTTP/1.1\r
                Host: localhost\r
                Authorization: Bearer %s\r
                Content-Type: application/json\r
                Content-Length: 60000\r
                \r
                """.formatted(CASES, clerk()));

        assertThat(answer).startsWith("HTTP/1.1 408 ").contains("Connection: close", "/errors/body-not-received");
    }

    @Test
    void aByteMoreIsRefusedWhetherItIsAnnouncedOrNot() {
        byte[] body = new byte[LIMIT + 1];
        Arrays.fill(body, (byte) 'x');

        HttpResponse<String> announced =
                client.post(CASES, new String(body, StandardCharsets.US_ASCII), bearer(clerk()));
        HttpResponse<String> chunked = client.postInChunks(CASES, body, bearer(clerk()));

        assertThat(Stream.of(announced, chunked)).allSatisfy(answer -> {
            assertThat(answer.statusCode()).isEqualTo(413);
            assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
            assertThat(answer.body()).contains("\"/errors/body-too-large\"", "\"limit\":65536");
        });
        services.permit().verify(0, anyRequestedFor(anyUrl()));
    }

    @Test
    void aBodyThatBreaksOffIsTheClientsFailureNotTheServices() throws IOException {
        String answer = client.raw("POST " + CASES + " HTTP/1.1\r\nHost: gateway\r\nAuthorization: Bearer " + clerk()
                + "\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\nZZ\r\n");

        assertThat(answer).startsWith("HTTP/1.1 4").contains("application/problem+json");
        services.permit().verify(0, anyRequestedFor(anyUrl()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Length: 100\r\n\r\n{\"name\": \"姜远",
                "Transfer-Encoding: chunked\r\n\r\n64\r\n{\"name\": \"姜远",
                "Transfer-Encoding: chunked\r\n\r\nzz\r\n{\"name\": \"姜远",
                "Content-Length: 9999999\r\n\r\n{\"name\": \"姜远"
            })
    void aBodyThatBreaksOffIsNoFailureOfOurs(String rest, CapturedOutput output) throws IOException {
        String head = "POST " + CASES + " HTTP/1.1\r\nHost: gateway\r\nConnection: close\r\nAuthorization: Bearer "
                + clerk() + "\r\nContent-Type: application/json\r\n";

        RawHttp.Answer answer = RawHttp.send(client.port(), (head + rest).getBytes(StandardCharsets.UTF_8));

        assertThat(answer.status()).isBetween(400, 499);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(output.getAll()).doesNotContain("ERROR", "Exception", "\tat ", "姜远");
    }

    @Test
    void formsAreRefusedBecauseTheirFieldsWouldEndInTheQueryString() throws IOException {
        String answer = client.raw(
                "POST " + CASES + " HTTP/1.1\r\nHost: gateway\r\nConnection: close\r\nAuthorization: Bearer " + clerk()
                        + "\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 11\r\n\r\nidNumber=33");

        assertThat(answer).startsWith("HTTP/1.1 415").contains("\"/errors/unsupported-media-type\"");
        services.permit().verify(0, anyRequestedFor(anyUrl()));
    }

    @Test
    void whatTheContainerRefusesIsAProblemToo() throws IOException {
        String path = client.raw("GET /api/v1/%zz HTTP/1.1\r\nHost: gateway\r\nConnection: close\r\n\r\n");
        String query = client.raw("GET /api/v1/divisions?q=%zz HTTP/1.1\r\nHost: gateway\r\nConnection: close\r\n\r\n");

        assertThat(Stream.of(path, query))
                .allSatisfy(answer -> assertThat(answer)
                        .startsWith("HTTP/1.1 400")
                        .contains(
                                "application/problem+json",
                                "\"/errors/bad-request\"",
                                "X-Content-Type-Options: nosniff"));
    }

    @Test
    void everyAnswerSaysHowABrowserMustTreatIt() {
        assertThat(Stream.of(
                        client.get(OPEN_TO_ALL),
                        client.get(CASES),
                        client.get("/nothing"),
                        client.get(CASES, bearer(clerk()))))
                .allSatisfy(answer -> {
                    assertThat(answer.headers().allValues("X-Content-Type-Options"))
                            .containsExactly("nosniff");
                    assertThat(answer.headers().allValues("X-Frame-Options")).containsExactly("DENY");
                    assertThat(answer.headers().allValues("Referrer-Policy")).containsExactly("no-referrer");
                    assertThat(answer.headers().allValues("Content-Security-Policy"))
                            .containsExactly("default-src 'none'; frame-ancestors 'none'");
                    assertThat(answer.headers().allValues("Cache-Control"))
                            .singleElement()
                            .asString()
                            .contains("no-store");
                    assertThat(answer.headers().map()).doesNotContainKey("strict-transport-security");
                });
    }

    @Test
    void onlyATrustedProxyIsBelievedWhereTheCallComesFrom() {
        String[] claims = {"X-Forwarded-For", "203.0.113.9", "X-Forwarded-Proto", "https"};

        HttpResponse<String> trusted = client.getBehindProxy(OPEN_TO_ALL, claims);
        HttpResponse<String> anybody = client.get(OPEN_TO_ALL, claims);

        assertThat(trusted.headers().firstValue("Strict-Transport-Security")).isPresent();
        assertThat(anybody.headers().firstValue("Strict-Transport-Security")).isEmpty();
        services.community()
                .verify(
                        1,
                        anyRequestedFor(anyUrl())
                                .withHeader("X-Forwarded-For", equalTo("203.0.113.9"))
                                .withHeader("X-Forwarded-Proto", equalTo("https")));
        services.community()
                .verify(
                        1,
                        anyRequestedFor(anyUrl())
                                .withHeader("X-Forwarded-For", equalTo("127.0.0.1"))
                                .withHeader("X-Forwarded-Proto", equalTo("http")));
    }

    private String clerk() {
        return tokens.clerk("city", "330100000000", "police-330100");
    }
}
