package io.tongban.gateway;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static io.tongban.gateway.TestClient.bearer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.tongban.platform.test.TestTokens;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

@GatewayTest
class LaneTests {

    private static final String CASE = "/api/v1/cases/1";
    private static final String SLOW = "/api/v1/cases/slow";
    private static final String OPEN_TO_ALL = "/api/v1/divisions";

    @Autowired
    TestClient client;

    @Autowired
    TestServices services;

    @Autowired
    TestTokens tokens;

    @Autowired
    MeterRegistry meters;

    @BeforeEach
    void servicesAnswer() {
        services.reset();
        services.permit().stubFor(any(anyUrl()).willReturn(aResponse().withBody("{}")));
        services.permit()
                .stubFor(get(urlPathEqualTo(SLOW))
                        .willReturn(aResponse().withFixedDelay(800).withBody("{}")));
        services.community().stubFor(any(anyUrl()).willReturn(aResponse().withBody("{}")));
    }

    /** So that what a flood has used up is there again for the next test; asked seldom enough not to use it up again. */
    private void publicLaneRests() {
        await().pollDelay(Duration.ofSeconds(1))
                .pollInterval(Duration.ofSeconds(1))
                .until(() -> IntStream.range(0, 5)
                        .allMatch(i -> client.get(OPEN_TO_ALL).statusCode() == 200));
    }

    @ParameterizedTest
    @CsvSource({
        "clerk, city, city",
        "clerk, district, district",
        "clerk, community, community",
        "clerk, province, district",
        "clerk, , district",
        "reviewer, , district",
        "supervisor, city, city",
        "tier-admin, district, district",
        "auditor, , district",
        "device, street, street",
        "applicant, , online",
        "applicant, city, online",
        "api-consumer, , partner",
        "nobody, , public",
    })
    void theTokenNamesTheLane(String role, String tier, String lane) {
        String token = tokens.token().roles(role).claim("tier", tier).sign();
        double before = admitted(lane);

        assertThat(client.get(OPEN_TO_ALL, bearer(token)).statusCode()).isEqualTo(200);

        assertThat(admitted(lane)).isEqualTo(before + 1);
    }

    @Test
    void aFullLaneRefusesAtOnceAndLeavesTheOthersTheirPlaces() {
        String partner = tokens.withRoles("api-consumer");
        List<CompletableFuture<HttpResponse<String>>> inside = IntStream.range(0, 2)
                .mapToObj(i -> client.getLater(SLOW, bearer(partner)))
                .toList();
        await().until(() ->
                meters.get("tongban.lane.inside").tag("lane", "partner").gauge().value() == 2);

        String another =
                tokens.token().subject("partner-2").roles("api-consumer").sign();
        HttpResponse<String> refused = client.get(CASE, bearer(another));
        HttpResponse<String> clerk = client.get(CASE, bearer(cityClerk()));
        HttpResponse<String> applicant = client.get(CASE, bearer(tokens.withRoles("applicant")));
        HttpResponse<String> anybody = client.get(OPEN_TO_ALL);

        assertThat(refused.statusCode()).isEqualTo(503);
        assertThat(refused.headers().firstValue("Retry-After")).hasValue("1");
        assertThat(refused.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(refused.body()).contains("\"/errors/lane-full\"", "\"lane\":\"partner\"", "\"places\":2");
        assertThat(List.of(clerk.statusCode(), applicant.statusCode(), anybody.statusCode()))
                .containsOnly(200);
        assertThat(inside)
                .allSatisfy(call -> assertThat(call.join().statusCode()).isEqualTo(200));
        assertThat(client.get(CASE, bearer(partner)).statusCode()).isEqualTo(200);
    }

    @Test
    void anAccountHasItsShareOfTheLaneAndLeavesTheOthersTheirs() {
        String applicant =
                tokens.token().subject("applicant-in-haste").roles("applicant").sign();
        List<CompletableFuture<HttpResponse<String>>> inside = IntStream.range(0, 8) // a tenth of 80 places
                .mapToObj(i -> client.getLater(SLOW, bearer(applicant)))
                .toList();
        await().until(() ->
                meters.get("tongban.lane.inside").tag("lane", "online").gauge().value() == 8);

        HttpResponse<String> refused = client.get(CASE, bearer(applicant));
        HttpResponse<String> other = client.get(CASE, bearer(tokens.withRoles("applicant")));

        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.headers().firstValue("Retry-After")).hasValue("1");
        assertThat(refused.body()).contains("\"/errors/account-busy\"", "\"lane\":\"online\"", "\"places\":8");
        assertThat(other.statusCode()).isEqualTo(200);
        assertThat(inside)
                .allSatisfy(call -> assertThat(call.join().statusCode()).isEqualTo(200));
        assertThat(client.get(CASE, bearer(applicant)).statusCode()).isEqualTo(200);
    }

    @Test
    void aLaneRefusesWhatComesTooFastAndLeavesTheOthersTheirRate() {
        String street = tokens.clerk("street", "330104008000", "police-330104");

        List<HttpResponse<String>> answers = IntStream.range(0, 6)
                .mapToObj(i -> client.get(CASE, bearer(street)))
                .toList();
        HttpResponse<String> clerk = client.get(CASE, bearer(cityClerk()));

        List<HttpResponse<String>> refused =
                answers.stream().filter(answer -> answer.statusCode() == 429).toList();
        assertThat(refused).isNotEmpty().allSatisfy(answer -> {
            assertThat(answer.headers().firstValueAsLong("Retry-After")).hasValue(1);
            assertThat(answer.body())
                    .contains("\"/errors/lane-rate-exceeded\"", "\"lane\":\"street\"", "\"perSecond\":1");
            assertThat(answer.headers().firstValue("X-Frame-Options")).hasValue("DENY");
        });
        assertThat(clerk.statusCode()).isEqualTo(200);
    }

    @Test
    void aFloodWithoutTokensTakesNothingFromThoseWhoHaveOne() {
        List<Integer> flood = flood();

        HttpResponse<String> clerk = client.get(CASE, bearer(cityClerk()));

        publicLaneRests();
        assertThat(flood).containsAnyOf(429, 503); // by its rate or by its places, whichever is used up first
        assertThat(clerk.statusCode()).isEqualTo(200);
    }

    @Test
    void inventedTokensAreNoCheaperThanNone() {
        String[] forged = bearer(tokens.forged());

        List<Integer> flood = flood(forged);
        HttpResponse<String> clerk = client.get(CASE, bearer(cityClerk()));

        publicLaneRests();
        assertThat(flood).contains(401).containsAnyOf(429, 503).doesNotContain(200, 500);
        assertThat(clerk.statusCode()).isEqualTo(200);
    }

    @Test
    void whatIsNoTokenIsCountedBeforeAnythingElse() {
        double before = admitted("public");

        HttpResponse<String> answer = client.get(CASE, "Authorization", "Basic YTpi");

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(admitted("public")).isEqualTo(before + 1);
    }

    /** Everything at the same time, the last answers included. */
    private List<Integer> flood(String... headers) {
        return IntStream.range(0, 300).mapToObj(i -> client.getLater(OPEN_TO_ALL, headers)).toList().stream()
                .map(call -> call.join().statusCode())
                .toList();
    }

    private String cityClerk() {
        return tokens.clerk("city", "330100000000", "police-330100");
    }

    private double admitted(String lane) {
        return meters.get("tongban.lane.calls")
                .tag("lane", lane)
                .tag("result", "admitted")
                .counter()
                .count();
    }
}
