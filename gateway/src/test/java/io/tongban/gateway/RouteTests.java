package io.tongban.gateway;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.havingExactly;
import static com.github.tomakehurst.wiremock.client.WireMock.matching;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static io.tongban.gateway.TestClient.bearer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import com.sun.net.httpserver.HttpServer;
import io.tongban.platform.test.TestTokens;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@GatewayTest
class RouteTests {

    private static final String CASES = "/api/v1/cases";
    private static final String CASE = "/api/v1/cases/1";
    private static final String VISITS = "/api/v1/visits";

    @Autowired
    TestClient client;

    @Autowired
    TestServices services;

    @Autowired
    TestTokens tokens;

    @BeforeEach
    void servicesAnswer() {
        services.reset();
        services.permit().stubFor(any(anyUrl()).willReturn(aResponse().withBody("permit")));
        services.community().stubFor(any(anyUrl()).willReturn(aResponse().withBody("community")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/standards/residence-permit",
                "/api/v1/assessments",
                "/api/v1/cases",
                "/api/v1/cases/1/ledger"
            })
    void permitServiceAnswersForItsResources(String path) {
        assertThat(client.get(path, bearer(clerk())).body()).isEqualTo("permit");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/divisions",
                "/api/v1/windows/1/hours",
                "/api/v1/tickets",
                "/api/v1/visits/1/end",
                "/api/v1/appointments/1/slot",
                "/api/v1/findings"
            })
    void communityServiceAnswersForItsResources(String path) {
        assertThat(client.get(path, bearer(clerk())).body()).isEqualTo("community");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/contribution-queries",
                "/api/v1/contribution-queries/1",
                "/api/v1/ended-visits",
                "/api/v1/nothing",
                "/api/v2/cases",
                "/actuator",
                "/actuator/health",
                "/actuator/prometheus",
                "/.well-known/jwks.json",
                "/",
            })
    void nothingElseIsThere(String path) {
        for (HttpResponse<String> answer : List.of(
                client.get(path), client.get(path, bearer(clerk())), client.post(path, "{}", bearer(clerk())))) {
            assertThat(answer.statusCode()).isEqualTo(404);
            assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
            assertThat(answer.body()).contains("\"/errors/not-found\"");
        }
        services.permit().verify(0, anyRequestedFor(anyUrl()));
        services.community().verify(0, anyRequestedFor(anyUrl()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/cases/%2e%2e/contribution-queries",
                "/api/v1/cases/..%2fcontribution-queries",
                "/api/v1/cases//1",
                "/api/v1/cases;a=b/1",
                "/api/v1/cases/%00",
            })
    void pathsThatTwoServersCouldReadInTwoWaysAreRefused(String path) {
        HttpResponse<String> answer = client.get(path, bearer(clerk()));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("\"/errors/bad-request\"");
        services.permit().verify(0, anyRequestedFor(anyUrl()));
    }

    @Test
    void withoutAGoodTokenOnlyWhatEverybodyMayReadIsAnswered() {
        String path = "/api/v1/divisions?tier=CITY";

        assertThat(client.get(path).statusCode()).isEqualTo(200);
        assertThat(client.head(path).statusCode()).isEqualTo(200);
        assertThat(client.get("/api/v1/windows").statusCode()).isEqualTo(200);
        assertThat(client.get("/api/v1/standards/residence-permit").statusCode())
                .isEqualTo(200);
        Stream.of(
                        client.post("/api/v1/windows", "{}"),
                        client.get(CASE),
                        client.post(CASES, "{}"),
                        client.get(VISITS),
                        client.get(CASE, bearer("a.b.c")),
                        client.get(CASE, bearer(tokens.forged())),
                        client.get(CASE, bearer(tokens.forged())),
                        client.get(CASE, bearer(wrongAudience())),
                        client.get(path, bearer(wrongAudience())),
                        client.get(
                                CASE,
                                bearer(tokens.token()
                                        .expiresIn(Duration.ofHours(-1))
                                        .sign())))
                .forEach(answer -> {
                    assertThat(answer.statusCode()).isEqualTo(401);
                    assertThat(answer.headers().firstValue("WWW-Authenticate")).hasValue("Bearer");
                    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
                    assertThat(answer.body()).contains("\"/errors/not-signed-in\"");
                });
        services.permit().verify(1, anyRequestedFor(anyUrl()));
        services.community().verify(3, anyRequestedFor(anyUrl()));
    }

    @Test
    void whatTheServiceNeedsIsPassedOn() {
        String token = clerk();

        client.post(
                CASES + "?at=2017-05-08T11:15:00%2B08:00&q=a%20b%26c&x=1&x=2",
                "{\"名\":1}",
                "Authorization",
                "Bearer " + token,
                "Visit-Pass",
                "pass",
                "Idempotency-Key",
                "key",
                "If-Match",
                "\"1\"",
                "Accept-Language",
                "zh-CN",
                "X-Request-Id",
                "call-1",
                "traceparent",
                "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
                "tracestate",
                "a=b");

        services.permit()
                .verify(
                        1,
                        postRequestedFor(urlPathEqualTo(CASES))
                                .withQueryParam("at", equalTo("2017-05-08T11:15:00+08:00"))
                                .withQueryParam("q", equalTo("a b&c"))
                                .withQueryParam("x", havingExactly("1", "2"))
                                .withHeader("Authorization", equalTo("Bearer " + token))
                                .withHeader("Visit-Pass", equalTo("pass"))
                                .withHeader("Idempotency-Key", equalTo("key"))
                                .withHeader("If-Match", equalTo("\"1\""))
                                .withHeader("Accept-Language", equalTo("zh-CN"))
                                .withHeader("Content-Type", equalTo("application/json"))
                                .withHeader("X-Request-Id", equalTo("call-1"))
                                .withHeader("traceparent", matching("00-0af7651916cd43dd8448eb211c80319c-.{16}-01"))
                                .withHeader("tracestate", equalTo("a=b"))
                                .withRequestBody(equalTo("{\"名\":1}")));
    }

    @Test
    void aServiceIsToldOfOneTraceWithTheStateThatBelongsToIt() {
        String unrecorded = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-00";

        client.get(CASE + "/a", withToken("traceparent", unrecorded, "tracestate", "a=b", "tracestate", "c=d"));
        client.get(
                CASE + "/b", withToken("traceparent", unrecorded, "traceparent", unrecorded.replace("b7ad", "b7ae")));
        client.get(CASE + "/c", withToken("tracestate", "a=b"));
        client.get(CASE + "/d", withToken("traceparent", "00-1-2-01", "tracestate", "a=b"));

        services.permit()
                .verify(
                        1,
                        getRequestedFor(urlEqualTo(CASE + "/a"))
                                .withHeader("traceparent", havingExactly(unrecorded))
                                .withHeader("tracestate", havingExactly("a=b,c=d")));
        services.permit()
                .verify(
                        1,
                        getRequestedFor(urlEqualTo(CASE + "/b")).withHeader("traceparent", havingExactly(unrecorded)));
        for (String without : List.of("/c", "/d")) {
            services.permit()
                    .verify(
                            1,
                            getRequestedFor(urlEqualTo(CASE + without))
                                    .withHeader("traceparent", matching("00-.{32}-.{16}-0[01]"))
                                    .withoutHeader("tracestate"));
        }
    }

    @Test
    void whatAClientCouldInventIsDropped() {
        client.get(
                "/api/v1/divisions",
                "Cookie",
                "SESSION=1",
                "Authorization",
                "Basic YTpi",
                "Forwarded",
                "for=6.6.6.6",
                "X-Forwarded-For",
                "6.6.6.6",
                "X-Forwarded-Host",
                "evil.example",
                "X-Forwarded-Prefix",
                "/evil",
                "X-Real-IP",
                "6.6.6.6",
                "X-Original-URL",
                "/admin",
                "X-Tongban-Subject",
                "admin",
                "Tongban-Lane",
                "city",
                "baggage",
                "a=b",
                "X-Request-Id",
                "a b\"<");

        services.community()
                .verify(
                        1,
                        anyRequestedFor(urlEqualTo("/api/v1/divisions"))
                                .withoutHeader("Cookie")
                                .withoutHeader("Content-Type")
                                .withoutHeader("Authorization")
                                .withoutHeader("Forwarded")
                                .withoutHeader("X-Forwarded-Host")
                                .withoutHeader("X-Forwarded-Prefix")
                                .withoutHeader("X-Real-IP")
                                .withoutHeader("X-Original-URL")
                                .withoutHeader("X-Tongban-Subject")
                                .withoutHeader("baggage")
                                .withHeader("X-Forwarded-For", equalTo("127.0.0.1"))
                                .withHeader("X-Forwarded-Proto", equalTo("http"))
                                .withHeader("Tongban-Lane", equalTo("public"))
                                .withHeader("X-Request-Id", matching("[0-9a-f-]{36}")));
    }

    @Test
    void theAnswerIsPassedOnWithoutWhatIsOfTheHouse() {
        services.permit()
                .stubFor(any(urlEqualTo(CASES))
                        .willReturn(aResponse()
                                .withStatus(201)
                                .withHeader("Location", services.permit().baseUrl() + CASE)
                                .withHeader("ETag", "\"1\"")
                                .withHeader("Content-Type", "application/json;charset=UTF-8")
                                .withHeader("Cache-Control", "private, max-age=5")
                                .withHeader("Set-Cookie", "a=b")
                                .withHeader("Server", "Inside/1.0")
                                .withHeader("X-Request-Id", "inside")
                                .withHeader("X-Frame-Options", "SAMEORIGIN")
                                .withBody("{\"id\":1}")));

        HttpResponse<String> answer = client.post(CASES, "{}", bearer(clerk()));

        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(answer.body()).isEqualTo("{\"id\":1}");
        assertThat(answer.headers().allValues("Location")).containsExactly(CASE);
        assertThat(answer.headers().allValues("ETag")).containsExactly("\"1\"");
        assertThat(answer.headers().allValues("Content-Type")).containsExactly("application/json;charset=UTF-8");
        assertThat(answer.headers().allValues("Cache-Control")).containsExactly("private, max-age=5");
        assertThat(answer.headers().allValues("X-Frame-Options")).containsExactly("DENY");
        assertThat(answer.headers().allValues("X-Request-Id")).singleElement().isNotEqualTo("inside");
        assertThat(answer.headers().map()).doesNotContainKeys("set-cookie", "server");
    }

    @Test
    void aPageSaysItselfWhatABrowserMayLoadForIt() {
        String policy = "default-src 'none'; style-src 'sha256-bm8='; frame-ancestors 'none'";
        services.permit()
                .stubFor(any(anyUrl())
                        .willReturn(aResponse()
                                .withHeader("Content-Type", "text/html;charset=UTF-8")
                                .withHeader("Content-Security-Policy", policy)
                                .withHeader("Cache-Control", "max-age=3600, public")));

        HttpResponse<String> answer = client.get("/api/v1/standards/residence-permit/R1/guide");

        assertThat(answer.headers().allValues("Content-Security-Policy")).containsExactly(policy);
        assertThat(answer.headers().allValues("Cache-Control")).containsExactly("max-age=3600, public");
        assertThat(answer.headers().allValues("X-Frame-Options")).containsExactly("DENY");
    }

    @Test
    void anErrorOfTheServiceIsTheServicesAnswer() {
        services.permit()
                .stubFor(any(urlEqualTo(CASE))
                        .willReturn(aResponse()
                                .withStatus(500)
                                .withHeader("Content-Type", "application/problem+json")
                                .withBody("{\"type\":\"/errors/internal\"}")));

        HttpResponse<String> answer = client.get(CASE, bearer(clerk()));

        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.body()).isEqualTo("{\"type\":\"/errors/internal\"}");
        services.permit().verify(1, anyRequestedFor(urlEqualTo(CASE)));
    }

    @Test
    void redirectsAndEncodingsAreTheClientsBusiness() {
        services.permit()
                .stubFor(any(urlEqualTo(CASE))
                        .willReturn(aResponse()
                                .withStatus(303)
                                .withHeader("Location", "https://elsewhere.example/")
                                .withHeader("Content-Encoding", "gzip")
                                .withBody(new byte[] {31, (byte) 139})));

        HttpResponse<String> answer = client.get(CASE, bearer(clerk()));

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Location")).hasValue("https://elsewhere.example/");
        assertThat(answer.headers().firstValue("Content-Encoding")).hasValue("gzip");
    }

    @Test
    void headIsAnsweredWithoutABody() {
        services.permit()
                .stubFor(any(urlEqualTo(CASE))
                        .willReturn(aResponse().withHeader("ETag", "\"7\"").withHeader("Content-Length", "123")));

        HttpResponse<String> answer = client.head(CASE, bearer(clerk()));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("ETag")).hasValue("\"7\"");
        assertThat(answer.headers().firstValue("Content-Length")).hasValue("123");
        assertThat(answer.body()).isEmpty();
    }

    @Test
    void anAnswerThatHasNoBodyIsPassedOnWithoutOne() {
        services.permit()
                .stubFor(any(urlEqualTo(CASE))
                        .willReturn(aResponse().withStatus(304).withHeader("ETag", "\"7\"")));
        services.permit().stubFor(any(urlEqualTo(CASES)).willReturn(aResponse().withStatus(204)));

        HttpResponse<String> unchanged = client.get(CASE, withToken("If-None-Match", "\"7\""));
        HttpResponse<String> nothing = client.post(CASES, "{}", bearer(clerk()));

        assertThat(unchanged.statusCode()).isEqualTo(304);
        assertThat(unchanged.headers().firstValue("ETag")).hasValue("\"7\"");
        assertThat(nothing.statusCode()).isEqualTo(204);
        assertThat(Stream.of(unchanged, nothing)).allSatisfy(answer -> {
            assertThat(answer.body()).isEmpty();
            assertThat(answer.headers().map()).doesNotContainKeys("transfer-encoding");
        });
    }

    @Test
    void severalValuesOfAListedHeaderArePassedOn() {
        client.get(CASE, withToken("If-None-Match", "\"1\"", "If-None-Match", "\"2\""));

        services.permit()
                .verify(
                        1,
                        getRequestedFor(urlEqualTo(CASE)).withHeader("If-None-Match", havingExactly("\"1\"", "\"2\"")));
    }

    @Test
    void optionsIsPassedOnForCallersAndAProblemForOthers() {
        services.permit()
                .stubFor(any(urlEqualTo(CASE))
                        .willReturn(aResponse().withStatus(204).withHeader("Allow", "GET,HEAD")));

        HttpResponse<String> known = client.options(CASE, bearer(clerk()));
        HttpResponse<String> unknown = client.options(CASE);
        HttpResponse<String> preflight = client.options(
                "/api/v1/divisions", "Origin", "https://evil.example", "Access-Control-Request-Method", "GET");

        assertThat(known.statusCode()).isEqualTo(204);
        assertThat(known.headers().firstValue("Allow")).hasValue("GET,HEAD");
        assertThat(Stream.of(unknown, preflight)).allSatisfy(answer -> {
            assertThat(answer.statusCode()).isEqualTo(401);
            assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
            assertThat(answer.headers().map()).doesNotContainKey("access-control-allow-origin");
        });
    }

    @Test
    void aLargeAnswerIsStreamed() throws Exception {
        byte[] large = new byte[8 * 1024 * 1024];
        new Random(7).nextBytes(large);
        services.permit().stubFor(get(CASE).willReturn(aResponse().withBody(large)));

        HttpResponse<byte[]> answer = client.getBytes(CASE, bearer(clerk()));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(Arrays.equals(answer.body(), large)).isTrue();
    }

    @Test
    void connectionsComeBackAlsoWhenTheClientKnowsTheAnswerAlready() {
        services.permit()
                .stubFor(any(urlEqualTo(CASE))
                        .willReturn(aResponse().withHeader("ETag", "\"1\"").withBody("the same again")));
        String[] headers = withToken("If-None-Match", "\"1\"");

        // More calls than there are connections: one that is not given back would be missing at the end.
        assertThat(IntStream.range(0, 500).map(i -> client.get(CASE, headers).statusCode()))
                .containsOnly(200);
    }

    @Test
    void aServiceThatTakesTooLongIsAnswered504AndNotAskedAgain() {
        services.permit()
                .stubFor(any(urlPathEqualTo(CASE)).willReturn(aResponse().withFixedDelay(4000)));

        HttpResponse<String> read = client.get(CASE, bearer(clerk()));
        HttpResponse<String> write = client.post(CASE, "{}", bearer(clerk()));

        assertThat(Stream.of(read, write)).allSatisfy(answer -> {
            assertThat(answer.statusCode()).isEqualTo(504);
            assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
            assertThat(answer.body()).contains("\"/errors/service-timeout\"", "\"service\":\"permit-service\"");
        });
        services.permit().verify(2, anyRequestedFor(urlEqualTo(CASE)));
    }

    @Test
    void aReadIsSentOnceMoreWhenItsConnectionBreaks() {
        services.permit()
                .stubFor(get(CASE)
                        .inScenario("pod goes")
                        .whenScenarioStateIs(Scenario.STARTED)
                        .willSetStateTo("gone")
                        .willReturn(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER)));
        services.permit()
                .stubFor(get(CASE)
                        .inScenario("pod goes")
                        .whenScenarioStateIs("gone")
                        .willReturn(aResponse().withBody("other pod")));

        assertThat(client.get(CASE, bearer(clerk())).body()).isEqualTo("other pod");
    }

    @Test
    void aWriteIsSentOnce() {
        services.permit()
                .stubFor(any(urlEqualTo(CASES)).willReturn(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER)));

        HttpResponse<String> answer = client.post(CASES, "{}", bearer(clerk()));

        assertThat(answer.statusCode()).isEqualTo(502);
        assertThat(answer.body()).contains("\"/errors/service-answer-broken\"");
        services.permit().verify(1, postRequestedFor(urlEqualTo(CASES)));
    }

    @Test
    void garbageIsAnswered502() {
        services.permit().stubFor(get(CASE).willReturn(aResponse().withFault(Fault.RANDOM_DATA_THEN_CLOSE)));

        HttpResponse<String> answer = client.get(CASE, bearer(clerk()));

        assertThat(answer.statusCode()).isEqualTo(502);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    }

    @Test
    void anAnswerThatBreaksOffEarlyIsAnswered502() {
        services.permit().stubFor(get(CASE).willReturn(aResponse().withFault(Fault.MALFORMED_RESPONSE_CHUNK)));

        HttpResponse<String> answer = client.get(CASE, bearer(clerk()));

        assertThat(answer.statusCode()).isEqualTo(502);
        assertThat(answer.body()).contains("\"/errors/service-answer-broken\"");
    }

    @Test
    void aServiceThatGoesAwayIsMissedAndWhatItLeftHalfDoneNeverLooksWhole() throws IOException {
        int port = services.permit().port();
        services.permit().stop();
        try {
            for (HttpResponse<String> answer :
                    List.of(client.get(CASE, bearer(clerk())), client.post(CASES, "{}", bearer(clerk())))) {
                assertThat(answer.statusCode()).isEqualTo(503);
                assertThat(answer.headers().firstValueAsLong("Retry-After")).hasValue(2);
                assertThat(answer.body()).contains("\"/errors/service-not-reached\"");
            }
            HttpServer halfway = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
            halfway.createContext("/", exchange -> {
                exchange.getResponseHeaders().set("ETag", "\"1\"");
                exchange.getResponseHeaders().set("Content-Encoding", "gzip");
                exchange.sendResponseHeaders(200, 0); // in chunks: no length tells the client that there was more
                OutputStream body = exchange.getResponseBody();
                body.write(new byte[exchange.getRequestURI().getPath().endsWith("early") ? 100 : 200_000]);
                body.flush();
                throw new IOException("gone in the middle");
            });
            halfway.start();
            try {
                HttpResponse<String> early = client.get(CASE + "/early", bearer(clerk()));
                assertThat(early.statusCode()).isEqualTo(502);
                assertThat(early.headers().map()).doesNotContainKeys("etag", "content-encoding");
                assertThatThrownBy(() -> client.getBytes(CASE, bearer(clerk()))).isInstanceOf(IOException.class);
            } finally {
                halfway.stop(0);
            }
        } finally {
            services.permit().start();
        }
        assertThat(client.get(CASE, bearer(clerk())).statusCode()).isEqualTo(200);
    }

    @Test
    void aServiceThatStopsAnsweringOneLaneIsSparedAndGoesOnAnsweringTheOthers() {
        String community = tokens.clerk("community", "330104008008", "police-330104");
        services.permit()
                .stubFor(any(urlEqualTo(CASES)).willReturn(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER)));
        IntStream.range(0, 20).forEach(i -> client.post(CASES, "{}", bearer(community)));
        services.permit().resetRequests();

        HttpResponse<String> spared = client.post(CASES, "{}", bearer(community));
        HttpResponse<String> other = client.get(CASE, bearer(clerk()));

        assertThat(spared.statusCode()).isEqualTo(503);
        assertThat(spared.body()).contains("\"/errors/service-not-reached\"");
        assertThat(other.statusCode()).isEqualTo(200);
        services.permit().verify(0, postRequestedFor(urlEqualTo(CASES)));
    }

    private String clerk() {
        return tokens.clerk("city", "330100000000", "police-330100");
    }

    private String[] withToken(String... headers) {
        return Stream.of(bearer(clerk()), headers).flatMap(Arrays::stream).toArray(String[]::new);
    }

    private String wrongAudience() {
        return tokens.token().roles("clerk").audience("insurance-adapter").sign();
    }
}
