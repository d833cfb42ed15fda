package io.tongban.gateway;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.matching;
import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.platform.test.TestTokens;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Bytes that no header may have are ignored where no service reads the header, and refused where one does. */
@GatewayTest
@ExtendWith(OutputCaptureExtension.class)
class UnreadableHeaderTests {

    private static final String CASES = "/api/v1/cases";

    /** UTF-8, Latin-1, neither of them, a control character of Latin-1; each character is a byte. */
    private static final List<String> BYTES =
            List.of(utf8("杭州"), "caf\u00e9", "\u00ff\u00fe", "a\u0085b", utf8("王") + "\r\n%s: plain");

    @Autowired
    private TestClient client;

    @Autowired
    private TestServices services;

    @Autowired
    private TestTokens tokens;

    @BeforeEach
    void servicesAnswer() {
        services.reset();
        services.permit().stubFor(any(anyUrl()).willReturn(aResponse().withBody("{}")));
    }

    private int loggedBefore;

    @BeforeEach
    void nothingOfTheStartCounts(CapturedOutput output) {
        loggedBefore = output.getAll().length();
    }

    @AfterEach
    void nothingIsLogged(CapturedOutput output) {
        assertThat(output.getAll().substring(loggedBefore))
                .doesNotContain("\tat ", "Exception", utf8("杭州"), "杭州", "caf\u00e9");
    }

    @ParameterizedTest
    @MethodSource("ofNobody")
    void aHeaderThatNoServiceReadsIsIgnored(String header, String bytes) throws IOException {
        assertThat(get(CASES, header + ": " + bytes)).startsWith("HTTP/1.1 200");
        services.permit().verify(1, anyRequestedFor(anyUrl()).withHeader("User-Agent", matching("[ -~]+")));
    }

    static Stream<Arguments> ofNobody() {
        return each("User-Agent", "Referer", "Cookie", "Origin", "X-Forwarded-For", "Baggage", "X-Whatever");
    }

    @ParameterizedTest
    @MethodSource("ours")
    void aHeaderThatAServiceReadsIsRefusedBeforeAnyIsAsked(String header, String bytes) throws IOException {
        assertThat(List.of(
                        get(CASES, header + ": " + bytes),
                        get("/errors", header + ": " + bytes),
                        get("/nothing", header + ": " + bytes)))
                .allSatisfy(answer -> assertThat(answer)
                        .startsWith("HTTP/1.1 400")
                        .contains(
                                "\"/errors/unreadable-header\"",
                                "\"headers\":[\"" + header + "\"]",
                                "X-Content-Type-Options: nosniff"));
        services.permit().verify(0, anyRequestedFor(anyUrl()));
    }

    static Stream<Arguments> ours() {
        return each(
                "Accept",
                "Accept-Language",
                "Authorization",
                "Content-Type",
                "Idempotency-Key",
                "If-Match",
                "If-Modified-Since",
                "If-None-Match",
                "Visit-Pass",
                "X-Request-Id",
                "traceparent");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "User-Agent: a\u0000b",
                "User-Agent: a\rb",
                "Visit-Pass: a\u0001b",
                "Referer: a\u007fb",
                "X-\u00e6\u009d\u00ad: a",
                "X-\u0085: a",
            })
    void whatTheContainerRefusesIsAProblemToo(String line) throws IOException {
        assertThat(get(CASES, line))
                .startsWith("HTTP/1.1 400")
                .contains("\"/errors/bad-request\"", "X-Content-Type-Options: nosniff");
        services.permit().verify(0, anyRequestedFor(anyUrl()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/cases/\u00e6\u009d\u00ad",
                "/api/v1/cases/\u00ff",
                "/api/v1/cases?after=\u00e6\u009d\u00ad",
                "/api/v1/cases?\u00ff=1",
            })
    void anAddressHasNoSuchBytes(String address) throws IOException {
        assertThat(get(address, "Accept: */*")).startsWith("HTTP/1.1 400").contains("\"/errors/bad-request\"");
        services.permit().verify(0, anyRequestedFor(anyUrl()));
    }

    private static Stream<Arguments> each(String... headers) {
        return Stream.of(headers)
                .flatMap(header -> BYTES.stream().map(bytes -> Arguments.of(header, bytes.formatted(header))));
    }

    private String get(String path, String line) throws IOException {
        String token = line.startsWith("Authorization")
                ? ""
                : "Authorization: Bearer " + tokens.clerk("city", "330100000000", "police-330100") + "\r\n";
        return client.raw(
                "GET " + path + " HTTP/1.1\r\nHost: gateway\r\nConnection: close\r\n" + token + line + "\r\n\r\n");
    }

    private static String utf8(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }
}
