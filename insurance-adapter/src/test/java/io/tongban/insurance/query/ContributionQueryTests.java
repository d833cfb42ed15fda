package io.tongban.insurance.query;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static io.tongban.insurance.TestBureaux.html;
import static io.tongban.insurance.page.BureauHtml.months;
import static io.tongban.insurance.page.BureauHtml.page;
import static io.tongban.insurance.page.BureauHtml.row;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.read.ListAppender;
import com.zaxxer.hikari.HikariDataSource;
import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadRegistry;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.micrometer.core.instrument.MeterRegistry;
import io.tongban.insurance.InsuranceServiceTest;
import io.tongban.insurance.TestBureaux;
import io.tongban.insurance.page.BureauHtml;
import io.tongban.platform.test.TestDatabase;
import io.tongban.platform.test.TestTokens;
import io.tongban.platform.test.description.ErrorCatalogue;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.MediaType;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.test.web.servlet.client.RestTestClient;

@InsuranceServiceTest
class ContributionQueryTests {

    @Autowired
    private RestTestClient http;

    @Autowired
    private TestTokens tokens;

    @Autowired
    private TestBureaux bureaux;

    @Autowired
    private TestDatabase database;

    @Autowired
    private DataSource dataSource;

    @Autowired
    private BulkheadRegistry bulkheads;

    @Autowired
    private CircuitBreakerRegistry breakers;

    @Autowired
    private MeterRegistry meters;

    @LocalServerPort
    private int port;

    @BeforeEach
    void reset() {
        bureaux.reset();
    }

    @Test
    void answersTheCleanRecordWithItsDateAndCoverage() {
        bureaux.answer(
                bureaux.jianggan(),
                2017,
                "11",
                1,
                page(
                        1,
                        3,
                        row("2017年03月&nbsp;", "AAE140", "110", "AAE180", "3,500", "AAE079", "２０１７０４"),
                        row("201703", "AAE180", "3500.00", "AAE079", "2017-4"),
                        row("&nbsp;", "AAB001", "39999999", "AAB004", "转移虚拟单位", "AAA115", "105", "AAE180", "")));

        new Asking()
                .send(http, tokens)
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals("Cache-Control", "no-cache, no-store, max-age=0, must-revalidate")
                .expectBody()
                .json("""
                        {"asOf": "2017-04-06",
                         "coverage": [{"area": "330104", "kind": "11", "firstMonth": "2016-04", "lastMonth": "2017-12",
                            "state": "ANSWERED"}],
                         "rows": [
                           {"month": "2017-03", "kind": "11", "unit": "30010001", "unitName": "杭州甲科技有限公司",
                            "unitKind": "EMPLOYER", "area": "330104", "type": "10", "base": 3500.00,
                            "amount": 280.00, "posted": "1", "postedMonth": "2017-04"},
                           {"month": null, "kind": "11", "unit": "39999999", "unitName": "转移虚拟单位",
                            "unitKind": "PLACEHOLDER", "area": "330104", "type": "105", "base": null,
                            "amount": 280.00, "posted": "1", "postedMonth": null}],
                         "duplicateRows": 1}
                        """)
                .jsonPath("$.evidenceId")
                .isNotEmpty()
                .jsonPath("$.jws")
                .isNotEmpty()
                .jsonPath("$.identity")
                .doesNotExist();
    }

    @Test
    void saysOfWhichAreasTheSourceWasNotAskedForWantOfAPlace() throws Exception {
        bureaux.answerAll(bureaux.xihu(), html(page(1, 0)));
        Asking asking = new Asking().with("areas", List.of("330104", "330106"));
        Bulkhead places = bulkheads.bulkhead("jianggan");
        int all = places.getMetrics().getMaxAllowedConcurrentCalls();
        IntStream.range(0, all).forEach(place -> places.acquirePermission());
        try {
            asking.send(http, tokens)
                    .expectStatus()
                    .isOk()
                    .expectBody()
                    .json("{\"notAsked\": [\"330104\"]}")
                    .jsonPath("$.coverage[?(@.area == '330104')].state")
                    .isEqualTo("SILENT")
                    .jsonPath("$.coverage[?(@.area == '330106')].state")
                    .isEqualTo("ANSWERED")
                    .jsonPath("$.jws")
                    .value(String.class, jws -> assertThat(payload(jws)).contains("\"notAsked\":[\"330104\"]"));
            bureaux.jianggan().verify(0, anyRequestedFor(anyUrl()));
        } finally {
            IntStream.range(0, all).forEach(place -> places.onComplete());
        }

        asking.send(http, tokens)
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.coverage[?(@.area == '330104')].state")
                .isEqualTo("ANSWERED")
                .jsonPath("$.notAsked")
                .doesNotExist()
                .jsonPath("$.jws")
                .value(String.class, jws -> assertThat(payload(jws)).doesNotContain("notAsked"));
    }

    private static String payload(String jws) {
        return new String(Base64.getUrlDecoder().decode(jws.split("\\.", -1)[1]), StandardCharsets.UTF_8);
    }

    @Test
    void isSilentForExactlyWhatWasNotRead() {
        bureaux.answerAll(bureaux.xihu(), aResponse().withStatus(500));
        bureaux.answerAll(bureaux.jianggan(), html(page(1, 0)));
        bureaux.answer(bureaux.jianggan(), 2016, "31", 1, "<html>系统维护中</html>");
        bureaux.answer(bureaux.jianggan(), 2017, "31", 1, page(1, 1, row("201701", "AAE140", "31")));

        new Asking()
                .with("areas", List.of("330104", "330106", "330122"))
                .with("kinds", List.of("11", "31"))
                .send(http, tokens)
                .expectStatus()
                .isOk()
                .expectBody()
                .json("""
                        {"coverage": [
                           {"area": "330104", "kind": "11", "firstMonth": "2016-04", "lastMonth": "2017-12",
                            "state": "ANSWERED"},
                           {"area": "330104", "kind": "31", "firstMonth": "2016-04", "lastMonth": "2016-12",
                            "state": "SILENT"},
                           {"area": "330104", "kind": "31", "firstMonth": "2017-01", "lastMonth": "2017-12",
                            "state": "ANSWERED"},
                           {"area": "330106", "kind": "11", "firstMonth": "2016-04", "lastMonth": "2017-12",
                            "state": "SILENT"},
                           {"area": "330106", "kind": "31", "firstMonth": "2016-04", "lastMonth": "2017-12",
                            "state": "SILENT"},
                           {"area": "330122", "kind": "11", "firstMonth": "2016-04", "lastMonth": "2017-12",
                            "state": "SILENT"},
                           {"area": "330122", "kind": "31", "firstMonth": "2016-04", "lastMonth": "2017-12",
                            "state": "SILENT"}]}
                        """)
                .jsonPath("$.rows.length()")
                .isEqualTo(1);
    }

    @Test
    void saysThatThePersonIsUnknown() {
        bureaux.answerAll(bureaux.jianggan(), html(BureauHtml.PERSON_UNKNOWN));

        new Asking()
                .with("areas", List.of("330104", "330106"))
                .send(http, tokens)
                .expectStatus()
                .isOk()
                .expectBody()
                .json("""
                        {"coverage": [
                           {"area": "330104", "kind": "11", "firstMonth": "2016-04", "lastMonth": "2017-12",
                            "state": "PERSON_UNKNOWN"},
                           {"area": "330106", "kind": "11", "firstMonth": "2016-04", "lastMonth": "2017-12",
                            "state": "ANSWERED"}]}
                        """);
    }

    @Test
    void asksWithNumberAndNameInTheirOneForm() {
        new Asking()
                .about("１１０１０５ 491231002", "\ufeff阿依 古丽 •买买提 ")
                .send(http, tokens)
                .expectStatus()
                .isOk();

        bureaux.jianggan()
                .verify(
                        2,
                        postRequestedFor(anyUrl())
                                .withFormParam("aac002", equalTo("11010519491231002X"))
                                .withFormParam("aac003", equalTo("阿依古丽·买买提")));
    }

    @Test
    void takesANameOfAHundredCharacters() {
        new Asking()
                .about(Asking.ID_NUMBER, "𠮷".repeat(100))
                .send(http, tokens)
                .expectStatus()
                .isOk();
    }

    @Test
    void asksNobodyWithoutAToken() {
        new Asking()
                .send(http, (String) null)
                .expectStatus()
                .isUnauthorized()
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("/errors/not-signed-in");
        assertNobodyWasAsked();
    }

    @Test
    void asksNobodyForATokenThatIsMeantForAnotherService() {
        new Asking()
                .send(http, Asking.token(tokens).audience("tongban-api").sign())
                .expectStatus()
                .isUnauthorized();
        new Asking().send(http, tokens.forged()).expectStatus().isUnauthorized();
        assertNobodyWasAsked();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "profile", "contributions:write", "contributions", "contributions:read:all"})
    void asksNobodyForATokenWithoutTheScope(String scope) {
        new Asking()
                .send(http, Asking.token(tokens).claim("scope", scope).sign())
                .expectStatus()
                .isForbidden()
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("/errors/not-allowed");
        assertNobodyWasAsked();
    }

    @Test
    void aRoleIsNoScope() {
        new Asking()
                .send(http, tokens.withRoles("clerk", "reviewer", "contributions:read"))
                .expectStatus()
                .isForbidden();
        assertNobodyWasAsked();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("malformed")
    void refusesWhatIsMalformedAndEchoesNothing(String pointer, Asking asking) {
        byte[] answer = asking.send(http, tokens)
                .expectStatus()
                .isEqualTo(422)
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .expectBody()
                .jsonPath("$.errors[?(@.pointer == '%s')]".formatted(pointer))
                .exists()
                .returnResult()
                .getResponseBody();

        assertThat(new String(Objects.requireNonNull(answer), StandardCharsets.UTF_8)
                        .replaceFirst("\"requestId\":\"[^\"]*\"", "")) // whose digits are by chance
                .doesNotContain(Asking.ID_NUMBER, Asking.NAME, "<script>", "12345", "33010");
        assertNobodyWasAsked();
    }

    static Stream<Arguments> malformed() {
        return Map.<String, List<Asking>>of(
                        "#/identity", List.of(new Asking().with("identity", null), new Asking().without("identity")),
                        "#/identity/idNumber",
                                List.of(
                                        new Asking().about("", Asking.NAME),
                                        new Asking().about(" ", Asking.NAME),
                                        new Asking().about("<script>", Asking.NAME),
                                        new Asking().about("1".repeat(33), Asking.NAME),
                                        // A wrong check digit, a birth date that does not exist, another document.
                                        new Asking().about("339999199001010010", Asking.NAME),
                                        new Asking().about("339999900230001", Asking.NAME),
                                        new Asking().about("810000199001010019", Asking.NAME)),
                        "#/identity/name",
                                List.of(
                                        new Asking().about(Asking.ID_NUMBER, ""),
                                        new Asking().about(Asking.ID_NUMBER, "\u3000"),
                                        new Asking().about(Asking.ID_NUMBER, "王\n小明"),
                                        new Asking().about(Asking.ID_NUMBER, "王".repeat(101)),
                                        new Asking().about(Asking.ID_NUMBER, "𠮷".repeat(101))),
                        "#/areas",
                                List.of(
                                        new Asking().with("areas", List.of()),
                                        new Asking().without("areas"),
                                        new Asking().with("areas", Collections.nCopies(65, "330104"))),
                        "#/areas/1",
                                List.of(
                                        new Asking().with("areas", List.of("330104", "33010")),
                                        new Asking().with("areas", List.of("330104", "３３０１０４"))),
                        "#/kinds",
                                List.of(
                                        new Asking().with("kinds", List.of()),
                                        new Asking().with("kinds", Collections.nCopies(11, "11"))),
                        "#/kinds/0",
                                List.of(
                                        new Asking().with("kinds", List.of("110")),
                                        new Asking().with("kinds", List.of("1")),
                                        new Asking().with("kinds", List.of("1200")),
                                        new Asking().with("kinds", List.of("1２"))),
                        "#/firstMonth",
                                List.of(
                                        new Asking().without("firstMonth"),
                                        new Asking().with("firstMonth", "2016-13"),
                                        new Asking().with("firstMonth", "201604"),
                                        new Asking().with("firstMonth", "2017-05"),
                                        new Asking().with("firstMonth", "2007-12")),
                        "#/purpose",
                                List.of(
                                        new Asking().without("purpose"),
                                        new Asking().with("purpose", "for " + Asking.NAME),
                                        new Asking().with("purpose", "permit-" + Asking.ID_NUMBER)),
                        "#/actor",
                                List.of(
                                        new Asking().without("actor"),
                                        new Asking().with("actor", ""),
                                        new Asking().with("actor", Asking.ID_NUMBER)))
                .entrySet()
                .stream()
                .flatMap(entry -> entry.getValue().stream().map(asking -> Arguments.of(entry.getKey(), asking)));
    }

    @Test
    void placesAMistakeInTheCaseWhereTheBodyHasIt() {
        refusesWhatIsMalformedAndEchoesNothing("#/case", new Asking().with("case", "case of " + Asking.NAME));
    }

    @Test
    void refusesAPropertyThatItDoesNotKnow() {
        new Asking()
                .with("areaz", List.of("330104"))
                .send(http, tokens)
                .expectStatus()
                .is4xxClientError();
        assertNobodyWasAsked();
    }

    @Test
    void takesTheFirstAndTheLastMonthThatCanBeAskedFor() {
        new Asking()
                .with("firstMonth", "2017-04")
                .send(http, tokens)
                .expectStatus()
                .isOk();
        bureaux.jianggan().verify(1, postRequestedFor(anyUrl()));
        bureaux.reset();
        new Asking()
                .with("firstMonth", "2008-01")
                .send(http, tokens)
                .expectStatus()
                .isOk();
        bureaux.jianggan().verify(10, postRequestedFor(anyUrl()));
    }

    @Test
    void showsNothingPersonalInItsLogsEvenWhenTheyAreTurnedUp() {
        bureaux.answerAll(bureaux.xihu(), aResponse().withStatus(500).withBody(Asking.ID_NUMBER));
        bureaux.answer(bureaux.jianggan(), 2017, "11", 1, page(1, 3, months(2017, 1, 3)));

        String logged = loggedAtDebug(() -> {
            new Asking()
                    .with("areas", List.of("330104", "330106"))
                    .send(http, tokens)
                    .expectStatus()
                    .isOk();
            new Asking()
                    .with("firstMonth", "nonsense")
                    .send(http, tokens)
                    .expectStatus()
                    .isEqualTo(422);
            new Asking()
                    .with("purpose", Asking.ID_NUMBER)
                    .send(http, tokens)
                    .expectStatus()
                    .isEqualTo(422);
            new Asking()
                    .about(Asking.ID_NUMBER + "!", Asking.NAME)
                    .send(http, tokens)
                    .expectStatus()
                    .isEqualTo(422);
        });

        assertThat(logged)
                .contains("Source xihu is silent")
                .doesNotContain(Asking.ID_NUMBER, Asking.NAME, "%E7%8E%8B")
                .as("libraries say nothing below INFO")
                .doesNotContain("insert into evidence", "http-outgoing");
    }

    /** Everything that is logged meanwhile, by the service and all its libraries, in place of the console. */
    private static String loggedAtDebug(Runnable work) {
        LoggerContext loggers = (LoggerContext) LoggerFactory.getILoggerFactory();
        Logger root = loggers.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        List<Logger> ofTheTest = Stream.of("org.springframework.web.client", "com.github.tomakehurst", "wiremock")
                .map(loggers::getLogger)
                .toList();
        Level usual = root.getLevel();
        Appender<ILoggingEvent> console = root.getAppender("CONSOLE");
        ListAppender<ILoggingEvent> list = new ListAppender<>();
        list.start();
        root.addAppender(list);
        root.detachAppender(console);
        ofTheTest.forEach(logger -> logger.setLevel(Level.OFF));
        root.setLevel(Level.DEBUG);
        try {
            work.run();
        } finally {
            root.setLevel(usual);
            ofTheTest.forEach(logger -> logger.setLevel(null));
            root.addAppender(console);
            root.detachAppender(list);
        }
        return List.copyOf(list.list).stream()
                .map(event -> event.getLoggerName() + " " + event.getFormattedMessage()
                        + ThrowableProxyUtil.asString(event.getThrowableProxy()))
                .collect(Collectors.joining("\n"));
    }

    @Test
    void saysThatAQueryCannotBePutOnRecordAndAsksNobody() throws SQLException {
        // The usual client would wait for Retry-After and ask again.
        RestTestClient impatient = RestTestClient.bindToServer(new JdkClientHttpRequestFactory())
                .baseUrl("http://127.0.0.1:" + port)
                .build();
        HikariDataSource pool = dataSource.unwrap(HikariDataSource.class);
        String name = database.url().replaceAll(".*/([a-z0-9]+).*", "$1");
        try {
            letConnect(name, false);
            pool.getHikariPoolMXBean().softEvictConnections();

            new Asking()
                    .send(impatient, tokens)
                    .expectStatus()
                    .isEqualTo(503)
                    .expectHeader()
                    .valueEquals("Retry-After", "5")
                    .expectBody()
                    .jsonPath("$.type")
                    .isEqualTo("/errors/evidence-unavailable");
            assertNobodyWasAsked();
        } finally {
            letConnect(name, true);
        }
        new Asking().send(http, tokens).expectStatus().isOk();
    }

    @Test
    void showsItsGuardsToOperators() {
        for (String meter : List.of(
                "resilience4j.circuitbreaker.state",
                "resilience4j.bulkhead.available.concurrent.calls",
                "resilience4j.retry.calls")) {
            assertThat(meters.find(meter).tag("name", "jianggan").meters())
                    .as(meter)
                    .isNotEmpty();
        }
    }

    @Test
    void theGuardOfOneSourceKeepsWhatIsSetForAll() {
        CircuitBreakerConfig breaker = breakers.circuitBreaker("jianggan").getCircuitBreakerConfig();
        assertThat(breaker.getMinimumNumberOfCalls()).as("its own").isEqualTo(10_000);
        assertThat(breaker.getPermittedNumberOfCallsInHalfOpenState())
                .as("that of all")
                .isEqualTo(4);
    }

    @Test
    void everyErrorIsInTheCatalogue() {
        ErrorCatalogue.check(InsuranceProblem.class);
    }

    private void assertNobodyWasAsked() {
        bureaux.jianggan().verify(0, postRequestedFor(anyUrl()));
        bureaux.xihu().verify(0, postRequestedFor(anyUrl()));
    }

    /** Told from another database: the own one cannot shut itself. */
    private void letConnect(String name, boolean allowed) {
        new TestDatabase(
                        database.url().replace("/" + name, "/postgres"),
                        database.ownerRole(),
                        database.runtimeRole(),
                        database.owners(),
                        database.password())
                .asOwner()
                .sql("alter database %s with allow_connections %s".formatted(name, allowed))
                .update();
    }
}
