package io.tongban.permit.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tongban.permit.PermitServiceTest;
import io.tongban.permit.TestNeighbours;
import io.tongban.permit.TestStatements;
import io.tongban.permit.TestWindow;
import io.tongban.permit.TestWindow.Answer;
import io.tongban.permit.TestWindow.Call;
import io.tongban.permit.casefile.Change.Event;
import io.tongban.permit.casefile.due.SettleProvisionalCases;
import io.tongban.permit.casefile.ledger.Actor;
import io.tongban.permit.casefile.ledger.CaseId;
import io.tongban.permit.casefile.ledger.EventType;
import io.tongban.permit.casefile.ledger.LedgerEntry;
import io.tongban.platform.problem.Problem;
import io.tongban.platform.test.TestClock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * What each act asks the database: the case's row is read once, and an act's answer is made from what it wrote. A statement more
 * is a change of this test.
 */
@PermitServiceTest
class StatementsOfAnActTests {

    private static final LocalDate APPLIED_ON = LocalDate.of(2017, 4, 6);
    private static final Map<String, String> CONTRACT =
            Map.of("kind", "labour-contract", "unit", "30010001", "from", "2016-04-05", "until", "2019-04-04");
    private static final YearMonth FIRST = YearMonth.of(2016, 4);
    private static final YearMonth MARCH = YearMonth.of(2017, 3);

    @Autowired
    private TestWindow window;

    @Autowired
    private TestNeighbours neighbours;

    @Autowired
    private TestClock clock;

    @Autowired
    private TestStatements statements;

    @Autowired
    private SettleProvisionalCases settlement;

    @Autowired
    private Cases cases;

    @Autowired
    private CaseRecords records;

    @Test
    void openingReadsNoCase() {
        assertThat(sent(() -> window.openCase("clerk-1")))
                .containsExactly(
                        "insert idempotency_record",
                        "select known_visit",
                        "insert known_visit",
                        "select uuidv7",
                        "insert case_file",
                        "insert case_assessment",
                        "insert ledger_event",
                        "delete case_limit",
                        "update idempotency_record",
                        "update idempotency_record");
    }

    @Test
    void readingReadsTheCaseAndItsLatestNotice() {
        Answer opened = window.openCase("clerk-1");

        assertThat(sent(() -> applicant().get(opened.path()).expect(200)))
                .containsExactly("select case_file", "select notice");
    }

    @Test
    void bringingPapersThatLeaveSomethingOpenKeepsTheLookAndGivesANotice() {
        Answer opened = openWithPapers(List.of(CONTRACT));
        neighbours.monthsPaid(APPLIED_ON, FIRST, YearMonth.of(2017, 2));

        assertThat(sent(() -> papers(opened, true)))
                .containsExactly(
                        "select case_file",
                        "select known_visit",
                        "insert known_visit",
                        "select notice",
                        "select nextval",
                        "update case_file",
                        "insert case_assessment",
                        "insert notice",
                        "insert ledger_event",
                        "delete case_limit");
    }

    @Test
    void bringingPapersOnTheDayOfTheLookReadsItsRecord() {
        Answer opened = openWithPapers(List.of(CONTRACT));

        assertThat(sent(() -> papers(opened, false)))
                .containsExactly(
                        "select case_file",
                        "select known_visit",
                        "insert known_visit",
                        "select case_check",
                        "select notice",
                        "update case_file",
                        "insert case_assessment",
                        "insert ledger_event",
                        "delete case_limit");
    }

    @Test
    void acceptanceOnTheDayOfTheLookLooksAtNothingAgain() {
        Answer opened = openEligible();

        assertThat(sent(() -> accept(opened)))
                .containsExactly(
                        "select case_file",
                        "select known_visit",
                        "insert known_visit",
                        "select notice",
                        "update case_file",
                        "insert ledger_event",
                        "delete case_limit");
    }

    @Test
    void acceptanceOnALaterDayKeepsTheLook() {
        Answer opened = window.openCase("clerk-1");
        clock.set(APPLIED_ON.plusDays(1));
        neighbours.monthsPaid(APPLIED_ON.plusDays(1), FIRST, MARCH);

        assertThat(sent(() -> accept(opened)))
                .containsExactly(
                        "select case_file",
                        "select known_visit",
                        "insert known_visit",
                        "select notice",
                        "update case_file",
                        "insert case_assessment",
                        "insert ledger_event",
                        "delete case_limit");
    }

    @Test
    void provisionalAcceptanceDrawsTheNumberOfItsReceipt() {
        Answer opened = openProvisional();

        assertThat(sent(() -> accept(opened)))
                .containsExactly(
                        "select case_file",
                        "select known_visit",
                        "insert known_visit",
                        "select nextval",
                        "select notice",
                        "update case_file",
                        "insert ledger_event",
                        "delete case_limit");
    }

    @Test
    void refusedAcceptanceReadsTheCaseOnly() {
        Answer opened = openWithPapers(List.of());

        assertThat(sent(() -> window.clerk("clerk-1")
                        .ifMatch(opened)
                        .post(opened.path() + "/acceptance", Map.of())
                        .expect(409)))
                .containsExactly("select case_file", "select known_visit", "insert known_visit");
    }

    @Test
    void decisionAsksForTheNoticeThatItsAnswerShows() {
        Answer accepted = accept(openEligible());

        assertThat(sent(() -> decide(accepted)))
                .containsExactly(
                        "select case_file",
                        "select notice",
                        "update case_file",
                        "insert ledger_event",
                        "delete case_limit");
    }

    @Test
    void exportReadsTheCaseAndItsLatestLook() {
        Answer decided = decide(accept(openEligible()));

        assertThat(sent(() -> applicant().get(decided.path() + "/export").expect(200)))
                .containsExactly("select case_file", "select case_check", "select case_assessment");
    }

    @Test
    void ledgerIsExaminedAgainstTheHeadOfItsOwnMoment() {
        Answer opened = window.openCase("clerk-1");

        assertThat(sent(() -> applicant().get(opened.path() + "/ledger").expect(200)))
                .containsExactly(
                        "select case_file",
                        "select ledger_event",
                        "select case_file",
                        "select ledger_event",
                        "select witness.signed_head");
    }

    @Test
    void settlementReadsTheCaseThatIsDueOnce() {
        accept(openProvisional());
        LocalDate posted = LocalDate.of(2017, 4, 18);
        clock.set(posted);
        neighbours.monthsPaid(posted, FIRST, MARCH);

        // the ids that are due, the case, its settlement, and that nothing more is due
        assertThat(sent(() -> settlement.doWhatIsDue(posted)))
                .containsExactly(
                        "select case_file",
                        "select case_file",
                        "select notice",
                        "update case_file",
                        "insert case_assessment",
                        "insert ledger_event",
                        "delete case_limit",
                        "select case_file");
    }

    @Test
    void writesNothingOnACaseThatWasChangedSinceItWasRead() {
        Answer opened = window.openCase("clerk-1");
        CaseFile seen =
                cases.find(new CaseId(UUID.fromString(opened.at("/id")))).orElseThrow();
        accept(opened);
        Change late = new Change(seen, List.of(new Event(LedgerEntry.of(EventType.ASSESSED))));

        assertThat(sent(() -> assertThatThrownBy(() -> records.change(Actor.SETTLEMENT, late))
                        .isInstanceOfSatisfying(Problem.class, problem -> {
                            assertThat(problem.type()).isEqualTo(CaseProblem.CASE_CHANGED);
                            assertThat(problem.fields()).containsEntry("caseVersion", 2L);
                        })))
                .containsExactly("select notice", "update case_file", "select case_file");
    }

    @Test
    void aSecondReadingIsSeen() {
        Answer opened = window.openCase("clerk-1");

        assertThat(sent(() -> {
                    applicant().get(opened.path()).expect(200);
                    applicant().get(opened.path()).expect(200);
                }))
                .containsExactly("select case_file", "select notice", "select case_file", "select notice");
    }

    private List<String> sent(Runnable act) {
        return statements.during(act);
    }

    /** A case that nothing stands against; a source that was slow would be looked at again. */
    private Answer openEligible() {
        Answer opened = window.openCase("clerk-1");
        assertThat(opened.at("/assessment/outcome")).isEqualTo("ELIGIBLE");
        return opened;
    }

    private Answer openWithPapers(List<Map<String, String>> papers) {
        Map<String, Object> facts = TestWindow.facts();
        facts.put("papers", papers);
        return window.clerk("clerk-1")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .post("/api/v1/cases", facts)
                .expect(201);
    }

    private Answer openProvisional() {
        neighbours.monthsPaid(APPLIED_ON, FIRST, YearMonth.of(2017, 2), MARCH);
        return window.openCase("clerk-1");
    }

    private Answer papers(Answer seen, boolean readAnew) {
        return window.clerk("clerk-1")
                .ifMatch(seen)
                .post(seen.path() + "/papers", Map.of("papers", List.of(Map.of("kind", "photo")), "readAnew", readAnew))
                .expect(200);
    }

    private Answer accept(Answer seen) {
        return window.clerk("clerk-1")
                .ifMatch(seen)
                .post(seen.path() + "/acceptance", Map.of())
                .expect(200);
    }

    private Answer decide(Answer seen) {
        return window.reviewer("reviewer-1", "police-330104")
                .ifMatch(seen)
                .post(seen.path() + "/decision", Map.of("decision", "GRANTED"))
                .expect(200);
    }

    private Call applicant() {
        return window.applicant(TestWindow.ID_NUMBER);
    }
}
