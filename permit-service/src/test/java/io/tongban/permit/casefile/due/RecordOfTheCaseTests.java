package io.tongban.permit.casefile.due;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.tongban.permit.PermitServiceTest;
import io.tongban.permit.TestNeighbours;
import io.tongban.permit.TestWindow;
import io.tongban.permit.TestWindow.Answer;
import io.tongban.permit.casefile.CaseRecords;
import io.tongban.permit.casefile.Cases;
import io.tongban.permit.casefile.PinnedStandards;
import io.tongban.permit.casefile.Settlement;
import io.tongban.permit.casefile.SettlementProperties;
import io.tongban.permit.casefile.look.Examiner;
import io.tongban.platform.clock.BusinessClock;
import io.tongban.platform.test.TestClock;
import io.tongban.platform.test.TestDatabase;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** What was read whole for a case is not read again for the same case on the same business day, unless somebody asks for it. */
@PermitServiceTest
class RecordOfTheCaseTests {

    private static final LocalDate TODAY = LocalDate.of(2017, 4, 6);
    private static final YearMonth FIRST = YearMonth.of(2016, 4);
    private static final YearMonth LAST = YearMonth.of(2017, 3);
    private static final Map<String, Object> CONTRACT =
            Map.of("kind", "labour-contract", "unit", "30010001", "from", "2016-04-05", "until", "2019-04-04");

    @Autowired
    private TestWindow window;

    @Autowired
    private TestNeighbours neighbours;

    @Autowired
    private TestClock clock;

    @Autowired
    private TestDatabase database;

    @Autowired
    private SettleProvisionalCases settlement;

    @Autowired
    private Cases cases;

    @Autowired
    private CaseRecords records;

    @Autowired
    private PinnedStandards standards;

    @Autowired
    private Examiner examiner;

    @Autowired
    private Settlement outcomes;

    @Autowired
    private BusinessClock businessClock;

    @Test
    void papersOfTheSameDayAskNoSource() {
        Answer opened = openedWithoutContract();
        clock.advance(Duration.ofHours(5));
        Answer brought = bring(opened, Map.of("papers", List.of(CONTRACT)));

        assertThat(neighbours.queries()).hasSize(1);
        assertThat(brought.at("/assessment/outcome")).isEqualTo("ELIGIBLE");
        assertThat(brought.json().at("/evidence")).isEqualTo(opened.json().at("/evidence"));
        assertThat(brought.at("/evidence/readAt")).isEqualTo("2017-04-06T09:30:00+08:00");
        assertThat(assessed(opened))
                .extracting(payload -> payload.at("/evidence").asString())
                .containsExactly(opened.at("/evidence/id"), opened.at("/evidence/id"));
        assertThat(assessed(opened))
                .extracting(payload -> payload.at("/readAt").asString())
                .containsExactly(opened.at("/evidence/readAt"), opened.at("/evidence/readAt"));
    }

    @Test
    void whatWasReadWholeTodayAnswersWhereTheAdapterIsDown() {
        neighbours.monthsPaid(TODAY, FIRST.plusMonths(3), LAST);
        Answer opened = openedWithoutContract();
        assertThat(neighbours.queries()).as("of the counted kinds, and of all").hasSize(2);
        neighbours.adapterIsDown();
        Answer brought = bring(opened, Map.of("papers", List.of(CONTRACT)));

        assertThat(brought.json().at("/evidence")).isEqualTo(opened.json().at("/evidence"));
        assertThat(brought.at("/assessment/outcome")).isEqualTo("NOT_YET");
    }

    @Test
    void whatTheCountedKindsLeaveOpenWaitsForItsSourceWhereTheSecondQuestionIsNotAnswered() {
        neighbours.onlyCountedKindsAnswered(TODAY, FIRST.plusMonths(3), LAST);
        Answer opened = openedWithoutContract();

        assertThat(neighbours.queries()).hasSizeGreaterThan(1);
        assertThat(stateOfContributions(opened)).containsExactly("PENDING");
        assertThat(opened.at("/evidence/id")).isEmpty();
    }

    private static Stream<String> stateOfContributions(Answer seen) {
        return seen.json()
                .at("/assessment/criteria")
                .valueStream()
                .filter(criterion -> criterion.path("id").asString().equals("contributions"))
                .map(criterion -> criterion.path("state").asString());
    }

    @Test
    void theSourcesAreAskedWhereTheClerkWantsIt() {
        Answer opened = openedWithoutContract();
        neighbours.monthsPaid(TODAY, FIRST, LAST);
        Answer brought = bring(opened, Map.of("papers", List.of(CONTRACT), "readAnew", true));

        assertThat(neighbours.queries()).hasSize(2);
        assertThat(brought.at("/evidence/id")).isNotEqualTo(opened.at("/evidence/id"));

        neighbours.monthsPaid(TODAY, FIRST, LAST);
        Answer accepted = window.clerk("clerk-1")
                .ifMatch(brought)
                .post(brought.path() + "/acceptance", Map.of("readAnew", true))
                .expect(200);
        assertThat(neighbours.queries()).hasSize(3);
        assertThat(accepted.at("/evidence/id")).isNotEqualTo(brought.at("/evidence/id"));
    }

    @Test
    void theNextDayTheSourcesAreAskedAgain() {
        Answer opened = openedWithoutContract();
        clock.set(TODAY.plusDays(1));
        neighbours.monthsPaid(TODAY.plusDays(1), FIRST, LAST);
        Answer brought = bring(opened, Map.of("papers", List.of(CONTRACT)));

        assertThat(neighbours.queries()).hasSize(2);
        assertThat(brought.at("/evidence/asOf")).isEqualTo("2017-04-07");
    }

    @Test
    void aRecordWithASilentAreaIsNotUsedAgain() {
        neighbours.oneAreaSilent(TODAY, FIRST, LAST);
        Answer opened = openedWithoutContract();
        neighbours.monthsPaid(TODAY, FIRST, LAST);
        bring(opened, Map.of("papers", List.of(CONTRACT)));

        assertThat(neighbours.queries()).hasSize(2);
    }

    @Test
    void aRecordThatWasChangedInTheDatabaseIsNotUsed() {
        Answer opened = openedWithoutContract();
        database.asOwner().sql("alter table case_check disable trigger user").update();
        try {
            database.asOwner()
                    .sql("update case_check set evidence = '\\x00' where case_id = cast(:id as uuid)")
                    .param("id", opened.at("/id"))
                    .update();
        } finally {
            database.asOwner().sql("alter table case_check enable trigger user").update();
        }
        Answer brought = bring(opened, Map.of("papers", List.of(CONTRACT)));

        assertThat(neighbours.queries()).hasSize(2);
        assertThat(brought.at("/assessment/outcome")).isEqualTo("ELIGIBLE");
    }

    @Test
    void aSourceThatWasNotAskedIsAskedSoonAndTheApplicantIsToldSo() {
        neighbours.oneAreaNotAsked(TODAY, FIRST.plusMonths(3), LAST);
        Answer opened = window.openCase("clerk-1");
        assertThat(opened.at("/sourceNotAsked/againByItself")).isEqualTo("false");
        Answer provisional = window.clerk("clerk-1")
                .ifMatch(opened)
                .post(opened.path() + "/acceptance", Map.of())
                .expect(200);

        assertThat(provisional.at("/state")).isEqualTo("PROVISIONAL");
        assertThat(provisional.at("/sourceNotAsked/againByItself")).isEqualTo("true");
        assertThat(provisional.at("/sourceNotAsked/zh")).contains("尽快自动再次查询");
        assertThat(provisional.at("/sourceNotAsked/en")).contains("again by itself");
        Map<String, Object> next = database.asOwner()
                .sql("""
                        select next_look_on = date '2017-04-06' as today,
                               look_not_before between now() and now() + interval '30 seconds' as soon
                        from case_file where id = cast(:id as uuid)
                        """)
                .param("id", provisional.at("/id"))
                .query()
                .singleRow();
        assertThat(next).containsOnly(Map.entry("today", true), Map.entry("soon", true));

        neighbours.monthsPaid(TODAY, FIRST, LAST);
        thePauseIsOver(provisional);
        settlement.doWhatIsDue(TODAY);

        Answer settled =
                window.applicant(TestWindow.ID_NUMBER).get(provisional.path()).expect(200);
        assertThat(settled.at("/state")).isEqualTo("ACCEPTED");
        assertThat(settled.json().has("sourceNotAsked")).isFalse();
    }

    @Test
    void aCaseThatIsDecidedIsNotSaidToWaitForItsSource() {
        neighbours.oneAreaNotAsked(TODAY, FIRST.plusMonths(3), LAST);
        Answer provisional = provisionalForWantOfAPlace();
        LocalDate tooLate = LocalDate.parse(provisional.at("/settlementDueOn")).plusDays(1);
        clock.set(tooLate);
        neighbours.oneAreaNotAsked(tooLate, FIRST.plusMonths(3), LAST);
        thePauseIsOver(provisional);
        settlement.doWhatIsDue(tooLate);
        Answer review =
                window.applicant(TestWindow.ID_NUMBER).get(provisional.path()).expect(200);
        assertThat(review.at("/state")).isEqualTo("UNDER_REVIEW");
        assertThat(review.at("/sourceNotAsked/againByItself")).isEqualTo("true");

        Answer decided = window.reviewer("reviewer-1", "police-330104")
                .ifMatch(review)
                .post(review.path() + "/decision", Map.of("decision", "GRANTED"))
                .expect(200);
        assertThat(decided.json().has("sourceNotAsked")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"PT0S, PT30S", "PT2M, PT2M", "PT5H, PT15M"})
    void theLongerASourceIsNotAskedTheLessOftenIsItTried(Duration waited, Duration pause) {
        neighbours.oneAreaNotAsked(TODAY, FIRST.plusMonths(3), LAST);
        Answer provisional = provisionalForWantOfAPlace();
        thePauseIsOver(provisional);
        clock.advance(waited);
        settlement.doWhatIsDue(TODAY);

        assertThat(database.asOwner()
                        .sql("""
                        select look_not_before between now() + cast(:pause as interval) - interval '20 seconds'
                            and now() + cast(:pause as interval) from case_file where id = cast(:id as uuid)
                        """)
                        .param("pause", pause.toString())
                        .param("id", provisional.at("/id"))
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    @Test
    void aRoundLooksAtEachCaseOnceThoughItsLooksTakeLongerThanTheyArePutOffFor() {
        neighbours.oneAreaNotAsked(TODAY, FIRST.plusMonths(3), LAST);
        List<Answer> waiting = Stream.generate(() -> provisional(window.openCaseOfSomebodyElse("clerk-1")))
                .limit(3)
                .toList();
        waiting.forEach(this::thePauseIsOver);
        neighbours.server().resetRequests();

        roundOfTwoAtATime(new EachTimeLater()).doWhatIsDue(TODAY);

        assertThat(waiting)
                .allSatisfy(provisional -> assertThat(neighbours.queries())
                        .filteredOn(query -> query.getBodyAsString().contains(provisional.at("/id")))
                        .hasSize(1));
    }

    /** A clock of which each reading is half a minute and a second after the one before; it ends what does not end. */
    private static final class EachTimeLater extends Clock {

        private static final int MOST = 100;

        private final Instant start = Instant.now();
        private final AtomicInteger readings = new AtomicInteger();

        @Override
        public Instant instant() {
            int reading = readings.getAndIncrement();
            if (reading > MOST) {
                throw new IllegalStateException("the round does not end");
            }
            return start.plusSeconds(31L * reading);
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException("an instant has no zone");
        }
    }

    private SettleProvisionalCases roundOfTwoAtATime(Clock systemClock) {
        return new SettleProvisionalCases(
                cases,
                records,
                standards,
                examiner,
                outcomes,
                new SettlementProperties(2, 2, Duration.ofMinutes(15), Duration.ofSeconds(30)),
                businessClock,
                systemClock,
                new SimpleMeterRegistry());
    }

    private Answer provisionalForWantOfAPlace() {
        return provisional(window.openCase("clerk-1"));
    }

    private Answer provisional(Answer opened) {
        return window.clerk("clerk-1")
                .ifMatch(opened)
                .post(opened.path() + "/acceptance", Map.of())
                .expect(200);
    }

    private void thePauseIsOver(Answer provisional) {
        database.asOwner()
                .sql("update case_file set look_not_before = now() where id = cast(:id as uuid)")
                .param("id", provisional.at("/id"))
                .update();
    }

    private Answer openedWithoutContract() {
        Map<String, Object> facts = new HashMap<>(TestWindow.facts());
        facts.put("papers", List.of(Map.of("kind", "photo")));
        return window.clerk("clerk-1")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .post("/api/v1/cases", facts)
                .expect(201);
    }

    private Answer bring(Answer seen, Map<String, Object> body) {
        return window.clerk("clerk-1")
                .ifMatch(seen)
                .post(seen.path() + "/papers", body)
                .expect(200);
    }

    private List<JsonNode> assessed(Answer seen) {
        return window.applicant(TestWindow.ID_NUMBER)
                .get(seen.path() + "/ledger")
                .expect(200)
                .json()
                .at("/items")
                .valueStream()
                .filter(event -> event.path("type").asString().equals("ASSESSED"))
                .map(event -> event.path("payload"))
                .toList();
    }
}
