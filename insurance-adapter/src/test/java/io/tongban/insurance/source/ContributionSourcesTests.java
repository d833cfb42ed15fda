package io.tongban.insurance.source;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static io.tongban.insurance.page.BureauHtml.months;
import static io.tongban.insurance.page.BureauHtml.page;
import static io.tongban.insurance.page.BureauHtml.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.common.ConsoleNotifier;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.tongban.insurance.page.BureauHtml;
import io.tongban.insurance.record.Area;
import io.tongban.insurance.record.CoverageState;
import io.tongban.insurance.record.Identity;
import io.tongban.insurance.record.Kind;
import io.tongban.platform.StartRefused;
import java.io.IOException;
import java.net.ServerSocket;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class ContributionSourcesTests {

    private static final Identity PERSON = Identity.of("339999199001010013", "王小明");
    private static final Area JIANGGAN = new Area("330104");
    private static final Area XIHU = new Area("330106");

    @RegisterExtension
    static final WireMockExtension bureau = WireMockExtension.newInstance()
            .options(wireMockConfig().dynamicPort().notifier(new ConsoleNotifier(false)))
            .build();

    @RegisterExtension
    static final WireMockExtension otherBureau = WireMockExtension.newInstance()
            .options(wireMockConfig().dynamicPort().notifier(new ConsoleNotifier(false)))
            .build();

    private final MeterRegistry meters = new SimpleMeterRegistry();
    private final TurnedClock clock = new TurnedClock();
    private TestGuards guards = TestGuards.asConfigured(clock);
    private final List<ContributionSources> opened = new ArrayList<>();

    @AfterEach
    void close() throws IOException {
        for (ContributionSources sources : opened) {
            sources.close();
        }
    }

    @Test
    void asksOncePerYearAndKindForAllPages() {
        bureau.stubFor(asked(2016, "11", 1).willReturn(html(page(2, 12, months(2016, 1, 10)))));
        bureau.stubFor(asked(2016, "11", 2).willReturn(html(page(2, 12, months(2016, 11, 12)))));
        bureau.stubFor(asked(2017, "11", 1).willReturn(html(page(1, 3, months(2017, 1, 3)))));
        bureau.stubFor(asked(2016, "31", 1).willReturn(html(page(1, 1, row("201612", "AAE140", "310")))));
        bureau.stubFor(asked(2017, "31", 1).willReturn(html(page(1, 0))));

        SourceReading reading = ask(sources(Map.of()), Set.of(JIANGGAN), Set.of(Kind.PENSION, Kind.MEDICAL));

        assertThat(states(reading, Kind.PENSION)).containsExactly(CoverageState.ANSWERED, CoverageState.ANSWERED);
        assertThat(states(reading, Kind.MEDICAL)).containsExactly(CoverageState.ANSWERED, CoverageState.ANSWERED);
        assertThat(reading.rows())
                .as("January 2016 to March is before what was asked")
                .hasSize(13);
        assertThat(reading.areas()).containsExactly(JIANGGAN);
        assertThat(reading.exchanges()).hasSize(5).allSatisfy(exchange -> {
            assertThat(exchange.status()).isEqualTo(200);
            assertThat(exchange.silence()).isNull();
        });
        bureau.verify(5, postRequestedFor(urlEqualTo("/query")));
        bureau.verify(postRequestedFor(urlEqualTo("/query"))
                .withHeader("Content-Type", equalTo("application/x-www-form-urlencoded; charset=UTF-8"))
                .withFormParam("aac002", equalTo("339999199001010013"))
                .withFormParam("aac003", equalTo("王小明"))
                .withFormParam("aae001", equalTo("2016"))
                .withFormParam("aae140", equalTo("11"))
                .withFormParam("page", equalTo("2")));
    }

    @Test
    void handsOnRowsOfOtherAreasAndNothingBeforeTheMonthThatWasAskedFor() {
        bureau.stubFor(asked(2016, "11", 1)
                .willReturn(html(page(
                        1,
                        4,
                        row("201603"),
                        row("201604"),
                        row("201605", "AAB034", "330199"),
                        row("&nbsp;", "AAB004", "转移虚拟单位")))));
        bureau.stubFor(asked(2017, "11", 1).willReturn(html(page(1, 0))));

        SourceReading reading = ask(sources(Map.of()), Set.of(JIANGGAN), Set.of(Kind.PENSION));

        assertThat(reading.rows().stream().map(row -> row.row().month()))
                .containsExactlyInAnyOrder(YearMonth.of(2016, 4), YearMonth.of(2016, 5), null);
    }

    @Test
    void readsARowOfSeveralMonthsWhereTheSourceSaysThatItsAmountsAreThoseOfEach() {
        stubAll(html(page(1, 0)));
        bureau.stubFor(asked(2016, "11", 1).willReturn(html(page(1, 1, row("201602-201606")))));

        SourceReading unsaid = ask(sources(Map.of()), Set.of(JIANGGAN), Set.of(Kind.PENSION));
        SourceReading said =
                ask(sources(Map.of("spans-of-monthly-amounts", "true")), Set.of(JIANGGAN), Set.of(Kind.PENSION));

        assertThat(states(unsaid, Kind.PENSION)).containsExactly(CoverageState.SILENT, CoverageState.ANSWERED);
        assertThat(states(said, Kind.PENSION)).containsOnly(CoverageState.ANSWERED);
        assertThat(said.rows().stream().map(row -> row.row().month()))
                .as("from the month that was asked for")
                .containsExactly(YearMonth.of(2016, 4), YearMonth.of(2016, 5), YearMonth.of(2016, 6));
    }

    @Test
    void isSilentWhereTheBureauIsDead() throws IOException {
        int nobody = freePort();

        SourceReading reading =
                ask(sources(Map.of("base-url", "http://127.0.0.1:" + nobody)), Set.of(JIANGGAN), Set.of(Kind.PENSION));

        assertSilent(reading, SilenceCause.UNREACHABLE);
        assertThat(reading.exchanges()).as("every attempt is on record").hasSize(6);
    }

    @Test
    void isSilentWhereTheBureauIsSlow() {
        stubAll(html(page(1, 0)).withFixedDelay(5_000));

        Instant begin = Instant.now();
        SourceReading reading = ask(
                sources(Map.of("read-timeout", "100ms", "retry.max-attempts", "2")),
                Set.of(JIANGGAN),
                Set.of(Kind.PENSION));

        assertSilent(reading, SilenceCause.TIMED_OUT);
        assertThat(reading.exchanges()).hasSize(4);
        assertThat(Duration.between(begin, Instant.now())).isLessThan(Duration.ofSeconds(2));
    }

    @Test
    void isSilentWhereTheAnswerTrickles() {
        stubAll(html(page(1, 12, months(2016, 1, 12))).withChunkedDribbleDelay(40, 4_000));

        Instant begin = Instant.now();
        SourceReading reading = ask(
                sources(Map.of("read-timeout", "300ms", "retry.max-attempts", "1")),
                Set.of(JIANGGAN),
                Set.of(Kind.PENSION));

        assertSilent(reading, SilenceCause.TIMED_OUT);
        assertThat(Duration.between(begin, Instant.now())).isLessThan(Duration.ofSeconds(2));
    }

    @Test
    void endsWithinTheBudgetWhateverTheBureauDoesAndKeepsWhatWasRead() {
        bureau.stubFor(asked(2017, "11", 1).willReturn(html(page(1, 3, months(2017, 1, 3)))));
        bureau.stubFor(asked(2016, "11", 1).willReturn(html(page(2, 12, months(2016, 1, 10)))));
        bureau.stubFor(asked(2016, "11", 2).willReturn(html(page(2, 12)).withFixedDelay(20_000)));

        Instant begin = Instant.now();
        SourceReading reading = ask(
                sources(Duration.ofMillis(600), Map.of("read-timeout", "590ms")),
                Set.of(JIANGGAN),
                Set.of(Kind.PENSION));

        assertThat(Duration.between(begin, Instant.now())).isLessThan(Duration.ofMillis(1_500));
        assertThat(states(reading, Kind.PENSION)).containsExactly(CoverageState.SILENT, CoverageState.ANSWERED);
        assertThat(reading.rows())
                .as("January 2016 to March is before what was asked")
                .hasSize(3 + 7);
    }

    @Test
    void keepsWhatWasReadWhereTheBudgetEndsAPauseBetweenAttempts() {
        stubAll(html(page(1, 0)));
        bureau.stubFor(asked(2016, "11", 1).willReturn(html(page(2, 12, months(2016, 1, 10)))));
        bureau.stubFor(asked(2016, "11", 2).willReturn(aResponse().withStatus(503)));

        Instant begin = Instant.now();
        SourceReading reading = ask(
                sources(Duration.ofMillis(600), Map.of("read-timeout", "590ms", "retry.wait-duration", "30s")),
                Set.of(JIANGGAN),
                Set.of(Kind.PENSION));

        assertThat(Duration.between(begin, Instant.now())).isLessThan(Duration.ofMillis(1_500));
        assertThat(states(reading, Kind.PENSION)).containsExactly(CoverageState.SILENT, CoverageState.ANSWERED);
        assertThat(reading.rows()).hasSize(7);
    }

    @Test
    void doesNotAskAnyMoreWhenTheBudgetIsSpent() {
        stubAll(html(page(1, 0)).withFixedDelay(20_000));

        SourceReading reading = ask(
                sources(Duration.ofMillis(300), Map.of("read-timeout", "290ms", "parallel-queries", "1")),
                Set.of(JIANGGAN),
                Set.of(Kind.PENSION, Kind.UNEMPLOYMENT, Kind.MEDICAL, Kind.WORK_INJURY, Kind.MATERNITY));

        assertThat(reading.years().values())
                .extracting(YearReading::state)
                .containsOnly(CoverageState.SILENT)
                .hasSize(10);
        assertThat(reading.silences().values()).contains(SilenceCause.BUDGET_SPENT);
        assertThat(reading.exchanges()).hasSizeLessThan(4);
    }

    @Test
    void isSilentAboutGarbageAndKeepsItAsItCame() {
        stubAll(aResponse()
                .withStatus(200)
                .withHeader("Content-Type", "text/html;charset=UTF-8")
                .withBody(new byte[] {(byte) 0xff, (byte) 0xfe, 0, 7}));

        SourceReading reading = ask(sources(Map.of()), Set.of(JIANGGAN), Set.of(Kind.PENSION));

        assertSilent(reading, SilenceCause.UNREADABLE);
        assertThat(reading.exchanges())
                .as("garbage is not asked for again")
                .hasSize(2)
                .allSatisfy(exchange -> {
                    RawAnswer answer = Objects.requireNonNull(exchange.answer());
                    assertThat(answer.bytes()).containsExactly(0xff, 0xfe, 0, 7);
                });
    }

    @Test
    void isSilentAboutAPageThatIsTooLong() {
        stubAll(html(page(1, 0) + "<!-- " + "x".repeat(5_000) + " -->"));

        SourceReading reading = ask(sources(Map.of("most-bytes", "2048")), Set.of(JIANGGAN), Set.of(Kind.PENSION));

        assertSilent(reading, SilenceCause.UNREADABLE);
    }

    @Test
    void isSilentWhereTheConnectionBreaksInThePage() {
        stubAll(html(page(1, 12, months(2016, 1, 12))).withFault(Fault.MALFORMED_RESPONSE_CHUNK));

        assertSilent(ask(sources(Map.of()), Set.of(JIANGGAN), Set.of(Kind.PENSION)), SilenceCause.UNREACHABLE);

        stubAll(html("").withFault(Fault.EMPTY_RESPONSE));

        assertSilent(ask(sources(Map.of()), Set.of(JIANGGAN), Set.of(Kind.PENSION)), SilenceCause.UNREACHABLE);
    }

    @Test
    void isSilentAboutHalfAPageThatCameAsAWhole() {
        String whole = page(1, 3, months(2017, 1, 3));
        stubAll(html(whole.substring(0, whole.indexOf("</tbody>"))));

        assertSilent(ask(sources(Map.of()), Set.of(JIANGGAN), Set.of(Kind.PENSION)), SilenceCause.UNREADABLE);
    }

    @Test
    void isSilentWhereAPageIsMissing() {
        stubAll(html(page(1, 0)));
        bureau.stubFor(asked(2016, "11", 1).willReturn(html(page(2, 12, months(2016, 1, 10)))));
        bureau.stubFor(asked(2016, "11", 2).willReturn(html(page(2, 12))));

        SourceReading reading = ask(sources(Map.of()), Set.of(JIANGGAN), Set.of(Kind.PENSION));

        assertThat(states(reading, Kind.PENSION)).containsExactly(CoverageState.SILENT, CoverageState.ANSWERED);
        assertThat(reading.silences())
                .containsOnly(Map.entry(new YearOfKind(Kind.PENSION, 2016), SilenceCause.INCOMPLETE));
        assertThat(reading.rows()).hasSize(7);
    }

    @Test
    void isSilentWhereEveryPageIsTheFirst() {
        stubAll(html(page(3, 25, months(2016, 1, 10))));

        assertSilent(ask(sources(Map.of()), Set.of(JIANGGAN), Set.of(Kind.PENSION)), SilenceCause.REPEATED_PAGE);
    }

    @Test
    void isSilentAboutAnUnexpected404AndDoesNotInsist() {
        stubAll(aResponse().withStatus(404));

        SourceReading reading = ask(sources(Map.of()), Set.of(JIANGGAN), Set.of(Kind.PENSION));

        assertSilent(reading, SilenceCause.REFUSED);
        assertThat(reading.exchanges()).hasSize(2);
    }

    @Test
    void doesNotFollowARedirectWithAnIdentity() {
        stubAll(aResponse().withStatus(302).withHeader("Location", otherBureau.url("/query")));

        assertSilent(ask(sources(Map.of()), Set.of(JIANGGAN), Set.of(Kind.PENSION)), SilenceCause.REFUSED);

        otherBureau.verify(0, anyRequestedFor(anyUrl()));
    }

    @Test
    void asksAgainWhereTroubleMayPass() {
        stubAll(html(page(1, 0)));
        bureau.stubFor(asked(2016, "11", 1)
                .inScenario("trouble")
                .willReturn(aResponse().withStatus(503))
                .willSetStateTo("once"));
        bureau.stubFor(asked(2016, "11", 1)
                .inScenario("trouble")
                .whenScenarioStateIs("once")
                .willReturn(html("").withFault(Fault.CONNECTION_RESET_BY_PEER))
                .willSetStateTo("twice"));
        bureau.stubFor(asked(2016, "11", 1)
                .inScenario("trouble")
                .whenScenarioStateIs("twice")
                .willReturn(html(page(1, 1, row("201605")))));

        SourceReading reading = ask(sources(Map.of()), Set.of(JIANGGAN), Set.of(Kind.PENSION));

        assertThat(states(reading, Kind.PENSION)).containsExactly(CoverageState.ANSWERED, CoverageState.ANSWERED);
        assertThat(reading.rows()).hasSize(1);
        assertThat(reading.exchanges().stream().filter(exchange -> exchange.silence() != null))
                .extracting(Exchange::silence)
                .containsExactly(SilenceCause.TROUBLE, SilenceCause.UNREACHABLE);
    }

    @Test
    void givesUpAfterItsAttempts() {
        stubAll(aResponse().withStatus(500));

        assertSilent(ask(sources(Map.of()), Set.of(JIANGGAN), Set.of(Kind.PENSION)), SilenceCause.TROUBLE);

        bureau.verify(6, postRequestedFor(urlEqualTo("/query")));
    }

    @Test
    void saysThatThePersonIsUnknown() {
        stubAll(html(BureauHtml.PERSON_UNKNOWN));

        SourceReading reading = ask(sources(Map.of()), Set.of(JIANGGAN), Set.of(Kind.PENSION));

        assertThat(states(reading, Kind.PENSION))
                .containsExactly(CoverageState.PERSON_UNKNOWN, CoverageState.PERSON_UNKNOWN);
        assertThat(reading.silences()).isEmpty();
    }

    @Test
    void saysInWhichYearThePersonIsUnknown() {
        stubAll(html(BureauHtml.PERSON_UNKNOWN));
        bureau.stubFor(asked(2017, "11", 1).willReturn(html(page(1, 1, row("201701")))));

        assertThat(states(ask(sources(Map.of()), Set.of(JIANGGAN), Set.of(Kind.PENSION)), Kind.PENSION))
                .containsExactly(CoverageState.PERSON_UNKNOWN, CoverageState.ANSWERED);
    }

    @Test
    void saysThatAPersonIsUnknownInOneYearWhereAnotherYearFails() {
        stubAll(html(BureauHtml.PERSON_UNKNOWN));
        bureau.stubFor(asked(2016, "11", 1).willReturn(aResponse().withStatus(404)));

        assertThat(states(ask(sources(Map.of()), Set.of(JIANGGAN), Set.of(Kind.PENSION)), Kind.PENSION))
                .containsExactly(CoverageState.SILENT, CoverageState.PERSON_UNKNOWN);
    }

    @Test
    void isSilentAboutTheYearOfTheKindThatFailedOnly() {
        stubAll(html(page(1, 0)));
        bureau.stubFor(asked(2016, "31", 1).willReturn(aResponse().withStatus(404)));
        bureau.stubFor(asked(2017, "31", 1).willReturn(html(page(1, 1, row("201701", "AAE140", "31")))));

        SourceReading reading = ask(sources(Map.of()), Set.of(JIANGGAN), Set.of(Kind.PENSION, Kind.MEDICAL));

        assertThat(states(reading, Kind.PENSION)).containsExactly(CoverageState.ANSWERED, CoverageState.ANSWERED);
        assertThat(states(reading, Kind.MEDICAL)).containsExactly(CoverageState.SILENT, CoverageState.ANSWERED);
        assertThat(reading.rows()).as("what was read of the kind is delivered").hasSize(1);
    }

    @Test
    void leavesABureauAloneThatKeepsFailingAndTriesItAgainAfterAPause() {
        Map<String, String> brittle = Map.of(
                "retry.max-attempts", "1",
                "circuitbreaker.sliding-window-size", "4",
                "circuitbreaker.minimum-number-of-calls", "4",
                "circuitbreaker.permitted-number-of-calls-in-half-open-state", "2",
                "circuitbreaker.wait-duration-in-open-state", "20s",
                "parallel-queries", "1");
        ContributionSources sources = sources(brittle);
        CircuitBreaker breaker = guards.breakers().circuitBreaker("jianggan");
        stubAll(aResponse().withStatus(500));

        ask(sources, Set.of(JIANGGAN), Set.of(Kind.PENSION));
        assertThat(breaker.getState()).isEqualTo(CircuitBreaker.State.CLOSED);
        ask(sources, Set.of(JIANGGAN), Set.of(Kind.PENSION));
        assertThat(breaker.getState()).isEqualTo(CircuitBreaker.State.OPEN);
        bureau.resetRequests();
        assertSilent(ask(sources, Set.of(JIANGGAN), Set.of(Kind.PENSION)), SilenceCause.NOT_ASKED_BROKEN);
        bureau.verify(0, postRequestedFor(urlEqualTo("/query")));

        clock.turn(Duration.ofSeconds(21));
        assertSilent(ask(sources, Set.of(JIANGGAN), Set.of(Kind.PENSION)), SilenceCause.TROUBLE);
        assertThat(breaker.getState()).as("two trials failed").isEqualTo(CircuitBreaker.State.OPEN);

        clock.turn(Duration.ofSeconds(21));
        stubAll(html(page(1, 0)));
        assertThat(states(ask(sources, Set.of(JIANGGAN), Set.of(Kind.PENSION)), Kind.PENSION))
                .containsOnly(CoverageState.ANSWERED);
        assertThat(breaker.getState()).isEqualTo(CircuitBreaker.State.CLOSED);
    }

    @Test
    void asksAboutTheNextPersonHoweverManyPagesOfOneCannotBeRead() {
        Identity other = Identity.of("11010519491231002X", "李四");
        stubAll(html("<html>系统维护中</html>"));
        bureau.stubFor(asked(2016, "11", 1).willReturn(html(page(1, 12, months(2016, 1, 11)))));
        bureau.stubFor(asked(2016, "21", 1).willReturn(html(page(2, 20, months(2016, 1, 10)))));
        bureau.stubFor(asked(2016, "31", 1).willReturn(aResponse().withStatus(404)));
        bureau.stubFor(asked(2016, "41", 1).willReturn(html("x".repeat(600_000))));
        bureau.stubFor(post(urlEqualTo("/query"))
                .withFormParam("aac002", equalTo("11010519491231002X"))
                .willReturn(html(page(1, 0))));
        ContributionSources sources = sources(Map.of());
        Set<Kind> kinds = Set.of(Kind.PENSION, Kind.UNEMPLOYMENT, Kind.MEDICAL, Kind.WORK_INJURY, Kind.MATERNITY);

        for (int i = 0; i < 10; i++) {
            assertThat(ask(sources, Set.of(JIANGGAN), kinds).years().values())
                    .extracting(YearReading::state)
                    .containsOnly(CoverageState.SILENT);
        }
        bureau.verify(110, postRequestedFor(urlEqualTo("/query")));
        List<SourceReading> readings = sources.read(new Question(
                other, Set.of(JIANGGAN), Set.of(Kind.PENSION), YearMonth.of(2016, 4), YearMonth.of(2017, 4)));

        assertThat(states(readings.getFirst(), Kind.PENSION)).containsOnly(CoverageState.ANSWERED);
        assertThat(guards.breakers().circuitBreaker("jianggan").getMetrics().getNumberOfFailedCalls())
                .isZero();
    }

    @Test
    void leavesABureauAloneThatKeepsBeingSlow() {
        stubAll(html(page(1, 0)).withFixedDelay(5_000));
        ContributionSources sources = sources(Map.of("read-timeout", "50ms"));

        for (int i = 0; i < 4; i++) {
            ask(sources, Set.of(JIANGGAN), Set.of(Kind.PENSION));
        }

        assertThat(guards.breakers().circuitBreaker("jianggan").getState()).isEqualTo(CircuitBreaker.State.OPEN);
        assertSilent(ask(sources, Set.of(JIANGGAN), Set.of(Kind.PENSION)), SilenceCause.NOT_ASKED_BROKEN);
    }

    @Test
    void seesThatABureauIsBackByAPageThatCannotBeRead() {
        ContributionSources sources = sources(Map.of());
        stubAll(aResponse().withStatus(503));
        for (int i = 0; i < 4; i++) {
            ask(sources, Set.of(JIANGGAN), Set.of(Kind.PENSION));
        }
        clock.turn(Duration.ofSeconds(21));
        stubAll(html("<html>系统维护中</html>"));

        for (int i = 0; i < 2; i++) {
            assertSilent(ask(sources, Set.of(JIANGGAN), Set.of(Kind.PENSION)), SilenceCause.UNREADABLE);
        }

        assertThat(guards.breakers().circuitBreaker("jianggan").getState()).isEqualTo(CircuitBreaker.State.CLOSED);
    }

    @Test
    void doesNotBlameTheBureauForOurOwnBudget() {
        bureau.stubFor(asked(2017, "11", 1).willReturn(html(page(1, 0)).withFixedDelay(300)));
        bureau.stubFor(asked(2016, "11", 1).willReturn(html(page(1, 0)).withFixedDelay(5_000)));

        // The second request has begun after 300 ms: the budget ends it before its own time-out does.
        ask(
                sources(Duration.ofSeconds(1), Map.of("read-timeout", "900ms", "parallel-queries", "1")),
                Set.of(JIANGGAN),
                Set.of(Kind.PENSION));
        CircuitBreaker.Metrics metrics =
                guards.breakers().circuitBreaker("jianggan").getMetrics();

        assertThat(metrics.getNumberOfSuccessfulCalls()).isOne();
        assertThat(metrics.getNumberOfFailedCalls()).isZero();
    }

    @Test
    void isSilentWhereTooManyAskAtOnce() throws Exception {
        ContributionSources sources =
                sources(Map.of("bulkhead.max-concurrent-calls", "1", "bulkhead.max-wait-duration", "20ms"));
        assertThat(guards.bulkheads().bulkhead("jianggan").tryAcquirePermission())
                .isTrue();

        SourceReading reading = ask(sources, Set.of(JIANGGAN), Set.of(Kind.PENSION));
        assertSilent(reading, SilenceCause.NOT_ASKED_BUSY);
        assertThat(reading.isNotAsked()).isTrue();
        bureau.verify(0, postRequestedFor(urlEqualTo("/query")));

        guards.bulkheads().bulkhead("jianggan").onComplete();
        stubAll(html(page(1, 0)));
        assertThat(states(ask(sources, Set.of(JIANGGAN), Set.of(Kind.PENSION)), Kind.PENSION))
                .containsOnly(CoverageState.ANSWERED);
        assertThat(guards.bulkheads().bulkhead("jianggan").getMetrics().getAvailableConcurrentCalls())
                .as("the place is given back")
                .isEqualTo(1);
    }

    @Test
    void waitsForAPlaceWhereTooManyAskAtOnce() throws Exception {
        ContributionSources sources = sources(Map.of("bulkhead.max-concurrent-calls", "1"));
        stubAll(html(page(1, 0)).withFixedDelay(50));

        List<SourceReading> readings = new ArrayList<>();
        try (ExecutorService persons = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<SourceReading>> asked = IntStream.range(0, 8)
                    .mapToObj(person -> persons.submit(() -> ask(sources, Set.of(JIANGGAN), Set.of(Kind.PENSION))))
                    .toList();
            for (Future<SourceReading> one : asked) {
                readings.add(one.get());
            }
        }

        assertThat(readings)
                .hasSize(8)
                .allSatisfy(reading -> assertThat(states(reading, Kind.PENSION)).containsOnly(CoverageState.ANSWERED));
    }

    @Test
    void isNotAskedWhereItsBreakerIsOpenFromTheBeginning() {
        ContributionSources sources = sources(Map.of());
        guards.breakers().circuitBreaker("jianggan").transitionToOpenState();

        SourceReading reading = ask(sources, Set.of(JIANGGAN), Set.of(Kind.PENSION));

        assertSilent(reading, SilenceCause.NOT_ASKED_BROKEN);
        assertThat(reading.isNotAsked()).isTrue();
    }

    @Test
    void wasAskedWhereItFailed() {
        stubAll(aResponse().withStatus(500));

        assertThat(ask(sources(Map.of()), Set.of(JIANGGAN), Set.of(Kind.PENSION))
                        .isNotAsked())
                .isFalse();
    }

    @Test
    void answersForTheOtherBureauWhereOneIsSilent() {
        stubAll(aResponse().withStatus(500));
        otherBureau.stubFor(any(anyUrl()).willReturn(html(page(1, 0))));
        otherBureau.stubFor(asked(2017, "11", 1).willReturn(html(page(1, 1, row("201701", "AAB034", "330106")))));

        List<SourceReading> readings =
                twoSources().read(question(Set.of(JIANGGAN, XIHU, new Area("330199")), Set.of(Kind.PENSION)));

        assertThat(readings).hasSize(2);
        assertThat(readings)
                .filteredOn(reading -> reading.areas().contains(JIANGGAN))
                .singleElement()
                .satisfies(reading -> assertSilent(reading, SilenceCause.TROUBLE));
        assertThat(readings)
                .filteredOn(reading -> reading.areas().contains(XIHU))
                .singleElement()
                .satisfies(reading -> {
                    assertThat(states(reading, Kind.PENSION)).containsOnly(CoverageState.ANSWERED);
                    assertThat(reading.rows()).hasSize(1);
                });
    }

    @Test
    void asksBureauxAtTheSameTime() throws Exception {
        for (WireMockExtension one : List.of(bureau, otherBureau)) {
            one.stubFor(any(anyUrl()).willReturn(html(page(1, 0)).withFixedDelay(500)));
        }

        Instant begin = Instant.now();
        twoSources().read(question(Set.of(JIANGGAN, XIHU), Set.of(Kind.PENSION)));

        assertThat(Duration.between(begin, Instant.now())).isLessThan(Duration.ofMillis(950));
    }

    @Test
    void asksOnlyTheBureauxOfTheAreas() {
        otherBureau.stubFor(any(anyUrl()).willReturn(html(page(1, 0))));

        assertThat(twoSources().read(question(Set.of(XIHU), Set.of(Kind.PENSION))))
                .hasSize(1);
        assertThat(twoSources().read(question(Set.of(new Area("330199")), Set.of(Kind.PENSION))))
                .isEmpty();

        bureau.verify(0, postRequestedFor(urlEqualTo("/query")));
    }

    @Test
    void refusesConfigurationThatCannotBeMeant() {
        assertThatExceptionOfType(StartRefused.class)
                .isThrownBy(() -> sources(Map.of("read-timeout", "9s")))
                .withMessageContaining("jianggan")
                .withMessageContaining("read-timeout");
        assertThatExceptionOfType(StartRefused.class)
                .isThrownBy(() -> sources(Map.of("base-url", "ftp://bureau.example")))
                .withMessageContaining("base-url");
        assertThatExceptionOfType(StartRefused.class)
                .as("who waited is not answered")
                .isThrownBy(() -> sources(Map.of("bulkhead.max-wait-duration", "6s")))
                .withMessageContaining("jianggan")
                .withMessageContaining("max-wait-duration");
        Map<String, String> twice = twoSourcesProperties();
        twice.put("sources.xihu.areas", "330106,330104");
        assertThatExceptionOfType(StartRefused.class)
                .isThrownBy(() -> bound(Duration.ofSeconds(8), twice))
                .withMessageContaining("330104");
    }

    private ContributionSources sources(Map<String, String> changes) {
        return sources(Duration.ofSeconds(8), changes);
    }

    private ContributionSources sources(Duration budget, Map<String, String> changes) {
        Map<String, String> properties = new HashMap<>(one("jianggan", bureau, "330104"));
        Map<String, String> ofGuards = new HashMap<>();
        if (budget.compareTo(Duration.ofSeconds(8)) < 0) {
            ofGuards.put("bulkhead.max-wait-duration", "0s");
        }
        changes.forEach((name, value) -> {
            if (TestGuards.isOfOne(name)) {
                ofGuards.put(name, value);
            } else {
                properties.put("sources.jianggan." + name, value);
            }
        });
        guards = TestGuards.with(ofGuards, clock);
        return bound(budget, properties);
    }

    private ContributionSources twoSources() {
        return bound(Duration.ofSeconds(8), twoSourcesProperties());
    }

    private static Map<String, String> twoSourcesProperties() {
        Map<String, String> properties = new HashMap<>(one("jianggan", bureau, "330104"));
        properties.putAll(one("xihu", otherBureau, "330106"));
        return properties;
    }

    private static Map<String, String> one(String name, WireMockExtension bureau, String areas) {
        Map<String, String> properties = new LinkedHashMap<>();
        properties.put("sources.%s.base-url".formatted(name), bureau.baseUrl() + "/");
        properties.put("sources.%s.areas".formatted(name), areas);
        return properties;
    }

    private ContributionSources bound(Duration budget, Map<String, String> properties) {
        properties.put("budget", budget.toString());
        SourcesProperties bound =
                new Binder(new MapConfigurationPropertySource(properties)).bindOrCreate("", SourcesProperties.class);
        ContributionSources sources = new SourceConfiguration()
                .contributionSources(bound, guards.bulkheads(), guards.breakers(), guards.retries(), meters, clock);
        opened.add(sources);
        return sources;
    }

    private static SourceReading ask(ContributionSources sources, Set<Area> areas, Set<Kind> kinds) {
        List<SourceReading> readings = sources.read(question(areas, kinds));
        assertThat(readings).hasSize(1);
        return readings.getFirst();
    }

    private static Question question(Set<Area> areas, Set<Kind> kinds) {
        return new Question(PERSON, areas, kinds, YearMonth.of(2016, 4), YearMonth.of(2017, 4));
    }

    private static void assertSilent(SourceReading reading, SilenceCause cause) {
        assertThat(states(reading, Kind.PENSION)).containsOnly(CoverageState.SILENT);
        assertThat(reading.silences().values()).containsOnly(cause);
    }

    /** By year. */
    private static List<CoverageState> states(SourceReading reading, Kind kind) {
        return reading.years().entrySet().stream()
                .filter(year -> year.getKey().kind().equals(kind))
                .sorted(Map.Entry.comparingByKey())
                .map(year -> year.getValue().state())
                .toList();
    }

    private static void stubAll(ResponseDefinitionBuilder response) {
        bureau.stubFor(any(anyUrl()).willReturn(response));
    }

    private static MappingBuilder asked(int year, String kind, int page) {
        return post(urlEqualTo("/query"))
                .withFormParam("aae001", equalTo(Integer.toString(year)))
                .withFormParam("aae140", equalTo(kind))
                .withFormParam("page", equalTo(Integer.toString(page)));
    }

    private static ResponseDefinitionBuilder html(String body) {
        return aResponse()
                .withStatus(200)
                .withHeader("Content-Type", "text/html;charset=UTF-8")
                .withBody(body);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    /** A clock that is turned by hand. */
    private static final class TurnedClock extends Clock {

        private volatile Instant now = Instant.parse("2026-11-24T09:00:00Z");

        void turn(Duration by) {
            now = now.plus(by);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
