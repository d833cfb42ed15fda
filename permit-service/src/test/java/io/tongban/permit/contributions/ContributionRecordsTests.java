package io.tongban.permit.contributions;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static io.tongban.permit.TestNeighbours.QUERIES;
import static io.tongban.permit.TestNeighbours.TOKENS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.micrometer.core.instrument.MeterRegistry;
import io.tongban.engine.contributions.record.Coverage;
import io.tongban.engine.contributions.record.CoverageState;
import io.tongban.engine.contributions.record.PostedFlag;
import io.tongban.engine.contributions.record.SourcedRecord;
import io.tongban.permit.PermitServiceTest;
import io.tongban.permit.TestNeighbours;
import io.tongban.permit.TestWindow;
import io.tongban.permit.contributions.ContributionsUnavailable.Cause;
import io.tongban.platform.servicetoken.ServiceToken;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Every way in which the insurance adapter can fail is silence, and what it says is taken from its signature. */
@PermitServiceTest
class ContributionRecordsTests {

    private static final LocalDate TODAY = LocalDate.of(2017, 4, 6);
    private static final YearMonth FIRST = YearMonth.of(2016, 4);
    private static final YearMonth MARCH = YearMonth.of(2017, 3);

    @Autowired
    private ContributionRecords records;

    @Autowired
    private TestNeighbours neighbours;

    @Autowired
    private ServiceToken token;

    @Autowired
    private CircuitBreakerRegistry breakers;

    @Autowired
    private MeterRegistry meters;

    @BeforeEach
    @AfterEach
    void healthy() {
        neighbours.reset();
        breaker().reset();
    }

    @Test
    void readsTheSignedRecord() {
        neighbours.monthsPaid(TODAY, FIRST, MARCH, YearMonth.of(2017, 4));

        SourcedRecord read = records.read(query()).sourced();

        assertThat(read.evidenceId()).isNotNull();
        assertThat(read.record().asOf()).isEqualTo(TODAY);
        assertThat(read.record().rows()).hasSize(13);
        assertThat(read.record().rows().getFirst().month()).isEqualTo(FIRST);
        assertThat(read.record().rows().getLast().posted()).isEqualTo(PostedFlag.NOT_POSTED);
        assertThat(read.record().coverage()).contains(Coverage.ofAllMonths("330104", "11", CoverageState.ANSWERED));
        neighbours
                .server()
                .verify(postRequestedFor(urlEqualTo(QUERIES))
                        .withHeader("Authorization", equalTo("Bearer service-token"))
                        .withRequestBody(equalToJson("""
                                        {"identity": {"idNumber": "339999199001010013", "name": "姜先生"},
                                         "areas": ["330104"], "kinds": ["11"], "firstMonth": "2014-04",
                                         "purpose": "residence-permit/R1", "case": null, "actor": "clerk-1"}
                                        """)));
    }

    @Test
    void believesTheSignatureAndNotWhatStandsBesideIt() {
        neighbours.unsignedPartLies(TODAY, FIRST, MARCH);

        assertThat(records.read(query()).sourced().record().rows()).hasSize(12);
    }

    @Test
    void aSignatureOfAnotherIsSilenceWithAnAlarm() {
        neighbours.answerWithForgedSignature(TODAY);
        double before = count("NOT_GENUINE");

        assertThat(failure().reason()).isEqualTo(Cause.NOT_GENUINE);
        assertThat(count("NOT_GENUINE")).isEqualTo(before + 1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "null",
                "{}",
                "<html>502</html>",
                "{\"jws\":\"x\"}",
                "{\"jws\":\"eyJhbGciOiJub25lIn0.e30.\"}",
                "{\"asOf\":\"2017-04-06\",\"rows\":[],\"coverage\":[]}"
            })
    void garbageIsSilence(String body) {
        neighbours.adapterAnswers(okJson(body));

        assertThat(failure().reason()).isIn(Cause.UNREADABLE, Cause.NOT_GENUINE);
    }

    @ParameterizedTest
    @CsvSource({"404, 1", "400, 1", "500, 1", "502, 2", "503, 2", "504, 2"})
    void anUnexpectedStatusIsSilenceAndOnlyAnOutageIsAskedTwice(int status, int questions) {
        neighbours.adapterAnswers(aResponse().withStatus(status));

        assertThat(failure().reason()).isEqualTo(Cause.NO_ANSWER);
        assertThat(neighbours.queries()).hasSize(questions);
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"CONNECTION_RESET_BY_PEER", "EMPTY_RESPONSE"})
    void aBrokenConnectionIsAskedTwice(Fault fault) {
        neighbours.adapterAnswers(aResponse().withFault(fault));

        assertThat(failure().reason()).isEqualTo(Cause.NO_ANSWER);
        assertThat(neighbours.queries()).hasSizeGreaterThanOrEqualTo(2);
    }

    @Test
    void aSlowAnswerIsCutAndNotAskedAgain() {
        neighbours.adapterAnswers(aResponse().withFixedDelay(3000));
        Instant start = Instant.now();

        assertThat(failure().reason()).isEqualTo(Cause.NO_ANSWER);
        assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofMillis(2500));
        assertThat(neighbours.queries()).hasSize(1);
    }

    @Test
    void recoversWithinOneReading() {
        neighbours.monthsPaid(TODAY, FIRST, MARCH);
        neighbours
                .server()
                .stubFor(post(urlEqualTo(QUERIES))
                        .inScenario("outage")
                        .whenScenarioStateIs(Scenario.STARTED)
                        .willReturn(aResponse().withStatus(503))
                        .willSetStateTo("over"));

        assertThat(records.read(query()).sourced().record().rows()).hasSize(12);
    }

    @Test
    void theBreakerOpensAndSparesTheAdapter() {
        neighbours.adapterIsDown();
        for (int i = 0; i < 10; i++) {
            failure();
        }
        int asked = neighbours.queries().size();

        assertThat(breaker().getState()).isEqualTo(CircuitBreaker.State.OPEN);
        assertThat(failure().reason()).isEqualTo(Cause.BREAKER_OPEN);
        assertThat(neighbours.queries()).hasSize(asked);
    }

    @Test
    void aRefusedQuestionDoesNotOpenTheBreaker() {
        neighbours.adapterAnswers(aResponse().withStatus(422));
        for (int i = 0; i < 12; i++) {
            failure();
        }

        assertThat(breaker().getState()).isEqualTo(CircuitBreaker.State.CLOSED);
    }

    @Test
    void aTokenThatIsNoLongerAcceptedIsReplacedOnce() {
        neighbours.monthsPaid(TODAY, FIRST, MARCH);
        neighbours
                .server()
                .stubFor(post(urlEqualTo(QUERIES))
                        .inScenario("revoked")
                        .whenScenarioStateIs(Scenario.STARTED)
                        .willReturn(aResponse().withStatus(401))
                        .willSetStateTo("renewed"));
        records.read(query());

        neighbours.server().verify(1, postRequestedFor(urlEqualTo(TOKENS)));
        assertThat(neighbours.queries()).hasSize(2);
    }

    @Test
    void noTokenIsSilence() {
        token.forget(token.authorization());
        neighbours
                .server()
                .stubFor(post(urlEqualTo(TOKENS)).willReturn(aResponse().withStatus(401)));

        assertThat(failure().reason()).isEqualTo(Cause.NO_TOKEN);
        assertThat(neighbours.queries()).isEmpty();
    }

    @Test
    void aQueryHidesThePersonInWords() {
        assertThat(query().toString()).doesNotContain(TestWindow.ID_NUMBER).doesNotContain(TestWindow.NAME);
    }

    private ContributionsUnavailable failure() {
        ContributionsUnavailable failure =
                catchThrowableOfType(ContributionsUnavailable.class, () -> records.read(query()));
        assertThat(failure).isNotNull();
        return failure;
    }

    private CircuitBreaker breaker() {
        return breakers.circuitBreaker("insurance-adapter");
    }

    private double count(String result) {
        return meters.counter("tongban.contributions.reads", "result", result).count();
    }

    private static ContributionQuery query() {
        return new ContributionQuery(
                new ContributionQuery.Identity(TestWindow.ID_NUMBER, TestWindow.NAME),
                List.of("330104"),
                List.of("11"),
                YearMonth.of(2014, 4),
                "residence-permit/R1",
                null,
                "clerk-1");
    }
}
