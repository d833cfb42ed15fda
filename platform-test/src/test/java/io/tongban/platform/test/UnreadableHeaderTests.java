package io.tongban.platform.test;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Bytes that no header may have: a service that is called directly ignores them or refuses them, and never fails over them. */
@SampleServiceTest
@ExtendWith(OutputCaptureExtension.class)
class UnreadableHeaderTests {

    private static final String THING = "{\"name\": \"a\"}";

    /** UTF-8, Latin-1, neither of them, a control character of Latin-1; each character is a byte. */
    private static final List<String> BYTES =
            List.of(utf8("杭州"), "caf\u00e9", "\u00ff\u00fe", "a\u0085b", utf8("王") + "\r\n%s: plain");

    private static final List<String> OURS = List.of(
            "Accept",
            "Accept-Language",
            "Authorization",
            "Content-Type",
            "Idempotency-Key",
            "If-Match",
            "If-Modified-Since",
            "If-None-Match",
            "If-Unmodified-Since",
            "Range",
            "X-Colour",
            "X-Request-Id",
            "traceparent",
            "tracestate");

    private static final List<String> OF_NOBODY =
            List.of("User-Agent", "Referer", "Cookie", "Origin", "X-Forwarded-For", "Baggage", "X-Whatever");

    @Autowired
    private TestTokens tokens;

    @LocalServerPort
    private int port;

    @LocalManagementPort
    private int management;

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
    void aHeaderThatNobodyReadsIsIgnored(String header, String bytes) throws IOException {
        assertThat(post(header + ": " + bytes)).startsWith("HTTP/1.1 200").contains("\"name\":\"a\"");
    }

    static Stream<Arguments> ofNobody() {
        return each(OF_NOBODY);
    }

    @ParameterizedTest
    @MethodSource("ours")
    void aHeaderThatIsReadHereIsRefusedByItsName(String header, String bytes) throws IOException {
        assertThat(post(header + ": " + bytes))
                .startsWith("HTTP/1.1 400")
                .contains(
                        "application/problem+json",
                        "\"/errors/unreadable-header\"",
                        "\"headers\":[\"" + header + "\"]",
                        "\"requestId\":\"");
        assertThat(post(header.toLowerCase(Locale.ROOT) + ": " + bytes)).startsWith("HTTP/1.1 400");
    }

    static Stream<Arguments> ours() {
        return each(OURS);
    }

    @Test
    void allAreNamedAtOnceInTheLanguageOfTheCaller() throws IOException {
        String answer =
                post("If-Match: " + utf8("一"), "Accept-Language: zh", "Range: \u00ff", "User-Agent: " + utf8("王"));
        assertThat(answer).contains("请求头无法识别", "If-Match、Range").contains("\"headers\":[\"If-Match\",\"Range\"]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "User-Agent: a\u0000b",
                "User-Agent: a\rb",
                "User-Agent: a\u0001b",
                "User-Agent: a\u007fb",
                "X-\u00e6\u009d\u00ad: a",
                "X-\u0085: a",
                "X Y: a",
                ": a",
                "no colon",
            })
    void whatTheContainerRefusesIsAProblemToo(String line) throws IOException {
        assertThat(post(line))
                .startsWith("HTTP/1.1 400")
                .contains("application/problem+json", "\"/errors/bad-request\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/things/\u00e6\u009d\u00ad",
                "/things/pages?after=\u00e6\u009d\u00ad",
                "/things/pages?after=\u00ff",
                "/things/pages?\u00ff=1",
                "/things/%ff",
                "/things/a\u007f",
            })
    void anAddressHasNoSuchBytes(String address) throws IOException {
        assertThat(send(port, "GET " + address + " HTTP/1.1", "", "Authorization: " + bearer()))
                .startsWith("HTTP/1.1 400")
                .contains("application/problem+json", "\"/errors/bad-request\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"%c2%85=1", "%01=1", "a%00b=1", "%ef%bf%bf=1"})
    void aParameterWithAHostileNameIsUnknown(String query) throws IOException {
        assertThat(send(port, "GET /things/pages?" + query + " HTTP/1.1", "", "Authorization: " + bearer()))
                .startsWith("HTTP/1.1 422")
                .contains("\"parameter\":\"*\"", "parameter-unknown");
    }

    @ParameterizedTest
    @MethodSource("anybodys")
    void theManagementPortDoesNotFailEither(String header, String bytes) throws IOException {
        assertThat(send(management, "GET /actuator/health HTTP/1.1", "", header + ": " + bytes.formatted(header)))
                .matches("(?s)HTTP/1.1 (200|4[0-9]{2}) .*");
    }

    static Stream<Arguments> anybodys() {
        return Stream.concat(ofNobody(), ours());
    }

    private static Stream<Arguments> each(List<String> headers) {
        return headers.stream()
                .flatMap(header -> BYTES.stream().map(bytes -> Arguments.of(header, bytes.formatted(header))));
    }

    /** To a controller for whose sake Spring reads every header there is. */
    private String post(String... lines) throws IOException {
        List<String> usual = Stream.of("Authorization: " + bearer(), "Content-Type: application/json")
                .filter(line -> Stream.of(lines)
                        .noneMatch(other -> line.regionMatches(true, 0, other, 0, line.indexOf(':') + 1)))
                .toList();
        return send(
                port,
                "POST /things/checked HTTP/1.1",
                THING,
                Stream.concat(usual.stream(), Stream.of(lines)).toArray(String[]::new));
    }

    private static String send(int port, String requestLine, String body, String... lines) throws IOException {
        String request = requestLine + "\r\n" + String.join("\r\n", lines) + "\r\nHost: localhost\r\nContent-Length: "
                + body.length() + "\r\nConnection: close\r\n\r\n" + body;
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private String bearer() {
        return "Bearer " + tokens.withRoles("maker");
    }

    private static String utf8(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }
}
