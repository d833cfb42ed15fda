package io.tongban.gateway.replica;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class CompareReplicasTests {

    private static final String R1 = "R1";
    private static final String R2 = "R2";

    private final List<WireMockServer> servers =
            Stream.generate(CompareReplicasTests::server).limit(3).toList();
    private final MeterRegistry meters = new SimpleMeterRegistry();
    private final ReplicaProperties properties =
            new ReplicaProperties(null, List.of(), Duration.ofHours(1), Duration.ofSeconds(1), Duration.ofSeconds(3));
    private final ReplicaClient client = new ReplicaClient(properties);
    private final CompareReplicas comparison = new CompareReplicas(
            ListedReplicas.at(servers.stream()
                    .map(WireMockServer::baseUrl)
                    .map(URI::create)
                    .toList()),
            client,
            properties.round(),
            meters);

    @BeforeEach
    void allHaveTheSame() {
        servers.forEach(server -> has(server, R1));
    }

    @AfterEach
    void stop() {
        servers.forEach(WireMockServer::stop);
        client.close();
    }

    @Test
    void beforeTheFirstRoundNothingIsKnown() {
        assertThat(replicas("known")).isZero();
        assertThat(differing()).isNaN();
    }

    @Test
    void theSameEverywhereIsNoDifferenceAndNotWorthALine(CapturedOutput output) {
        comparison.compare();

        assertThat(replicas("known")).isEqualTo(3);
        assertThat(replicas("answering")).isEqualTo(3);
        assertThat(differing()).isZero();
        assertThat(output).doesNotContain("replicas");
    }

    @Test
    void oneThatHasAnotherVersionIsCountedAndNamedUntilItHasTheSame(CapturedOutput output) {
        has(servers.get(1), R2);

        comparison.compare();
        assertThat(differing()).isEqualTo(1);
        assertThat(output)
                .contains("residence-permit: R1 (sha256:R1) at " + names(0, 2) + ", R2 (sha256:R2) at " + name(1));

        servers.forEach(server -> has(server, R2));
        comparison.compare();
        assertThat(differing()).isZero();
        assertThat(output).contains("no difference any more between the 3 replicas");
    }

    @Test
    void aDifferenceThatStaysIsSaidOnce(CapturedOutput output) {
        has(servers.getLast(), R2);

        comparison.compare();
        comparison.compare();
        comparison.compare();

        assertThat(output.getOut().lines().filter(line -> line.contains("differ between replicas")))
                .hasSize(1);
        assertThat(differing()).isEqualTo(1);
    }

    @Test
    void whatAllHaveDifferentlyIsCountedWithoutTheOneThatMostShare() {
        has(servers.get(1), R2);
        has(servers.get(2), "R3");

        comparison.compare();

        assertThat(differing()).isEqualTo(2);
    }

    @Test
    void aVersionThatOneLacksIsNamedAsNothing(CapturedOutput output) {
        servers.getFirst()
                .stubFor(get(urlEqualTo("/api/v1/standards/in-force"))
                        .willReturn(okJson("{\"digest\":\"sha256:none\",\"items\":[]}")));

        comparison.compare();

        assertThat(output).contains("nothing at " + name(0));
    }

    @Test
    void equalItemsUnderAnotherDigestAreADifferenceToo(CapturedOutput output) {
        servers.getFirst()
                .stubFor(get(urlEqualTo("/api/v1/standards/in-force"))
                        .willReturn(okJson(inForce(R1).replaceFirst("sha256:all-R1", "sha256:other"))));

        comparison.compare();

        assertThat(differing()).isEqualTo(1);
        assertThat(output).contains("digest: sha256:all-R1 at " + names(1, 2) + ", sha256:other at");
    }

    static Stream<ResponseDefinitionBuilder> noUsableAnswers() {
        return Stream.of(
                aResponse().withStatus(503),
                aResponse().withStatus(404).withBody("{}"),
                aResponse().withStatus(302).withHeader("Location", "/elsewhere"),
                aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER),
                aResponse().withFixedDelay(9000),
                okJson(inForce(R1)).withChunkedDribbleDelay(10, 12000),
                okJson("{"),
                okJson("{}"),
                aResponse().withBody("hello").withHeader("Content-Type", "text/html"),
                aResponse().withStatus(200));
    }

    @ParameterizedTest
    @MethodSource("noUsableAnswers")
    void silenceIsNeitherAgreementNorDifference(ResponseDefinitionBuilder answer, CapturedOutput output) {
        servers.getFirst().stubFor(get(urlEqualTo("/api/v1/standards/in-force")).willReturn(answer));

        long began = System.nanoTime();
        comparison.compare();

        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(8));
        assertThat(replicas("known")).isEqualTo(3);
        assertThat(replicas("answering")).isEqualTo(2);
        assertThat(differing()).isZero();
        assertThat(output).contains("do not say what is in force: " + name(0));
    }

    @Test
    void whereNobodyAnswersAgreementIsUnknown() {
        servers.forEach(WireMockServer::stop);

        comparison.compare();

        assertThat(replicas("answering")).isZero();
        assertThat(differing()).isNaN();
    }

    private double replicas(String state) {
        return meters.get("tongban.standards.replicas")
                .tag("state", state)
                .gauge()
                .value();
    }

    private double differing() {
        return meters.get("tongban.standards.replicas.differing").gauge().value();
    }

    private String name(int server) {
        return "localhost:" + servers.get(server).port();
    }

    private String names(int... several) {
        return Arrays.stream(several).mapToObj(this::name).sorted().collect(Collectors.joining(", "));
    }

    private static void has(WireMockServer server, String version) {
        server.stubFor(get(urlEqualTo("/api/v1/standards/in-force")).willReturn(okJson(inForce(version))));
    }

    /** As permit-service answers, with fields that are not read here. */
    private static String inForce(String version) {
        return """
                {"on": "2017-05-08", "digest": "sha256:all-%1$s", "items": [
                  {"item": "elder-card", "version": "E1", "digest": "sha256:E1", "from": "2016-01-01"},
                  {"item": "residence-permit", "version": "%1$s", "digest": "sha256:%1$s", "from": "2016-07-01"}]}
                """.formatted(version);
    }

    private static WireMockServer server() {
        WireMockServer server =
                new WireMockServer(options().bindAddress("127.0.0.1").dynamicPort());
        server.start();
        return server;
    }
}
