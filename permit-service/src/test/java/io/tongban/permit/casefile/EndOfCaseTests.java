package io.tongban.permit.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.permit.PermitServiceTest;
import io.tongban.permit.TestNeighbours;
import io.tongban.permit.TestWindow;
import io.tongban.permit.TestWindow.Answer;
import io.tongban.permit.TestWindow.Call;
import io.tongban.permit.casefile.due.SettleProvisionalCases;
import io.tongban.platform.test.Flood;
import io.tongban.platform.test.TestClock;
import io.tongban.platform.test.TestDatabase;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Cases that end without a decision, those that are taken up again, and what is said on record at any time. */
@PermitServiceTest
class EndOfCaseTests {

    private static final String HOLDER = "police-330104";
    private static final Map<String, Object> PROOF = Map.of("proof", "Medical certificate 330104-2017-00231");
    private static final Map<String, Object> ORDER = Map.of("order", "JUDGMENT");

    @Autowired
    private TestWindow window;

    @Autowired
    private TestNeighbours neighbours;

    @Autowired
    private TestClock clock;

    @Autowired
    private SettleProvisionalCases settlement;

    @Autowired
    private TestDatabase database;

    @Test
    void theApplicantWithdrawsAndNothingFollows() {
        Answer opened = window.openCase("clerk-1");

        Answer withdrawn = applicant()
                .ifMatch(opened)
                .post(opened.path() + "/withdrawal", Map.of())
                .expect(200);

        assertThat(withdrawn.at("/state")).isEqualTo("CLOSED");
        assertThat(withdrawn.at("/closed/result")).isEqualTo("WITHDRAWN");
        assertThat(withdrawn.at("/closed/closedOn")).isEqualTo("2017-04-06");
        Answer late = window.clerk("clerk-1")
                .ifMatch(withdrawn)
                .post(opened.path() + "/acceptance", Map.of())
                .expect(409);
        assertThat(late.at("/type")).isEqualTo("/errors/case-closed");
        assertThat(late.at("/result")).isEqualTo("WITHDRAWN");
        assertThat(applicant().get(opened.path()).expect(200).text()).isEqualTo(withdrawn.text());
        assertThat(lastEvent(opened)).isEqualTo("WITHDRAWN");
    }

    @Test
    void atAWindowItTakesTheSignedStatement() {
        Answer opened = window.openCase("clerk-1");

        Answer unsigned = window.clerk("clerk-1")
                .ifMatch(opened)
                .post(opened.path() + "/withdrawal", Map.of())
                .expect(422);
        assertThat(unsigned.at("/type")).isEqualTo("/errors/statement-not-signed");
        window.clerk("clerk-1")
                .ifMatch(opened)
                .post(opened.path() + "/withdrawal", Map.of("signedStatement", true))
                .expect(200);
    }

    @Test
    void aReviewerDoesNotWithdrawAndAnotherApplicantKnowsOfNoCase() {
        Answer opened = window.openCase("clerk-1");

        Answer reviewers = reviewer()
                .ifMatch(opened)
                .post(opened.path() + "/withdrawal", Map.of())
                .expect(403);
        assertThat(reviewers.at("/type")).isEqualTo("/errors/not-allowed");
        assertThat(window.applicant("339999199203120025")
                        .ifMatch(opened)
                        .post(opened.path() + "/withdrawal", Map.of())
                        .expect(404)
                        .at("/type"))
                .isEqualTo("/errors/case-unknown");
        assertThat(applicant()
                        .ifMatch(opened)
                        .post("/api/v1/cases/" + UUID.randomUUID() + "/withdrawal", Map.of())
                        .expect(404)
                        .at("/type"))
                .isEqualTo("/errors/case-unknown");
    }

    @Test
    void theCaseOfAnApplicantWhoDiedIsClosedByAClerkOrItsReviewer() {
        Answer opened = window.openCase("clerk-1");

        applicant().ifMatch(opened).post(opened.path() + "/death", PROOF).expect(403);
        Answer other = window.reviewer("reviewer-2", "police-330106")
                .ifMatch(opened)
                .post(opened.path() + "/death", PROOF)
                .expect(403);
        assertThat(other.at("/type")).isEqualTo("/errors/other-authority-decides");
        Answer closed =
                reviewer().ifMatch(opened).post(opened.path() + "/death", PROOF).expect(200);
        assertThat(closed.at("/closed/result")).isEqualTo("DIED");
    }

    @Test
    void anActInAnotherStateSaysWhichActAndWhichState() {
        Answer opened = window.openCase("clerk-1");

        Answer refused = reviewer()
                .ifMatch(opened)
                .post(opened.path() + "/reopening", ORDER)
                .expect(409);

        assertThat(refused.at("/type")).isEqualTo("/errors/act-not-allowed");
        assertThat(refused.at("/act")).isEqualTo("reopening");
        assertThat(refused.at("/caseStatus")).isEqualTo("OPEN");
    }

    @Test
    void anAcceptanceIsRevokedWhereOnlyAPaperThatMightFollowIsMissing() {
        Answer late = notSettled(facts("labour-contract"));
        assertThat(late.at("/review/reason")).isEqualTo("NOT_SETTLED_IN_TIME");

        Answer revoked = reviewer()
                .ifMatch(late)
                .post(late.path() + "/revocation", Map.of())
                .expect(200);

        assertThat(revoked.at("/closed/result")).isEqualTo("ACCEPTANCE_REVOKED");
    }

    @Test
    void aSilentSourceIsNoGroundOfARevocation() {
        neighbours.adapterIsDown();
        Answer late = notSettled(TestWindow.facts());

        assertThat(reviewer()
                        .ifMatch(late)
                        .post(late.path() + "/revocation", Map.of())
                        .expect(409)
                        .at("/type"))
                .isEqualTo("/errors/no-ground");
    }

    @Test
    void aRefusedCaseIsTakenUpAgainByOrderAndDecidedOnceMore() {
        Answer refused = refused();
        clock.set(LocalDate.of(2017, 9, 18));

        Answer reopened = reviewer()
                .ifMatch(refused)
                .post(refused.path() + "/reopening", ORDER)
                .expect(200);

        assertThat(reopened.at("/state")).isEqualTo("UNDER_REVIEW");
        assertThat(reopened.at("/review/reason")).isEqualTo("ORDERED");
        assertThat(reopened.at("/review/beganOn")).isEqualTo("2017-09-18");
        assertThat(reopened.at("/decisionDueOn")).isEqualTo("2017-10-09");
        assertThat(reopened.at("/appliedOn")).isEqualTo("2017-04-06");
        reviewer()
                .ifMatch(reopened)
                .post(
                        refused.path() + "/decision",
                        Map.of(
                                "decision",
                                "REFUSED",
                                "reasons",
                                List.of(Map.of("criterion", "employment", "explanation", "Still none."))))
                .expect(200);
    }

    @Test
    void whatWasWithdrawnOrGrantedIsNotTakenUpAgain() {
        Answer opened = window.openCase("clerk-1");
        Answer withdrawn = applicant()
                .ifMatch(opened)
                .post(opened.path() + "/withdrawal", Map.of())
                .expect(200);
        Answer granted = granted();

        assertThat(reviewer()
                        .ifMatch(withdrawn)
                        .post(opened.path() + "/reopening", ORDER)
                        .expect(409)
                        .at("/type"))
                .isEqualTo("/errors/case-closed");
        Answer refused = reviewer()
                .ifMatch(granted)
                .post(granted.path() + "/reopening", ORDER)
                .expect(409);
        assertThat(refused.at("/type")).isEqualTo("/errors/act-not-allowed");
        assertThat(refused.at("/caseStatus")).isEqualTo("DECIDED");
    }

    @Test
    void whoReceivedACaseDoesNotDecideItAfterAReopeningEither() {
        Answer refused = refused();
        Answer reopened = reviewer()
                .ifMatch(refused)
                .post(refused.path() + "/reopening", ORDER)
                .expect(200);

        Answer barred = window.reviewer("clerk-1", HOLDER)
                .post(reopened.path() + "/decision", Map.of("decision", "GRANTED"))
                .expect(403);

        assertThat(barred.at("/type")).isEqualTo("/errors/receiver-does-not-decide");
    }

    @Test
    void anOrderComesToACaseWhoseAcceptanceWasRevoked() {
        Answer late = notSettled(facts("labour-contract"));
        Answer revoked = reviewer()
                .ifMatch(late)
                .post(late.path() + "/revocation", Map.of())
                .expect(200);

        Answer reopened = reviewer()
                .ifMatch(revoked)
                .post(late.path() + "/reopening", ORDER)
                .expect(200);

        assertThat(reopened.at("/review/reason")).isEqualTo("ORDERED");
        assertThat(reopened.at("/appliedOn")).isEqualTo("2017-04-06");
    }

    @Test
    void aCaseNamesEveryActAndWhatStandsAgainstIt() {
        Answer opened = window.openCase("clerk-1");

        assertThat(opened.json().path("acts").findValuesAsString("act"))
                .containsExactlyElementsOf(
                        Arrays.stream(Act.values()).map(Act::path).toList());
        opened.json().path("acts").forEach(act -> {
            boolean possible = act.path("possible").asBoolean();
            assertThat(act.has("problem")).as(act.path("act").asString()).isNotEqualTo(possible);
        });
    }

    @Test
    void statementsAtTheSameTimeAreAllOnRecordAndCanBeRead() throws Exception {
        Answer opened = window.openCase("clerk-1");

        List<Answer> said = Flood.atOnce(IntStream.range(0, 8)
                .<Callable<Answer>>mapToObj(number -> () -> applicant()
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .post(opened.path() + "/statements", Map.of("kind", "REMARK", "text", "remark " + number)))
                .toList());

        assertThat(said).extracting(Answer::status).containsOnly(200);
        Answer read = reviewer().get(opened.path() + "/statements").expect(200);
        assertThat(read.json().path("items").findValuesAsString("text"))
                .containsExactlyInAnyOrderElementsOf(IntStream.range(0, 8)
                        .mapToObj(number -> "remark " + number)
                        .toList());
    }

    @Test
    void aStatementIsOnRecordInAnyStateWithoutAVersion() {
        Answer refused = refused();

        Answer said = applicant()
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .post(refused.path() + "/statements", Map.of("kind", "REMARK", "text", "There was a contract."))
                .expect(200);

        assertThat(said.at("/state")).isEqualTo("DECIDED");
        assertThat(lastEvent(refused)).isEqualTo("STATEMENT_ADDED");
        assertThat(database.asRuntime()
                        .sql("select string_agg(payload::text, '') from ledger_event where case_id = :caseId")
                        .param("caseId", UUID.fromString(refused.at("/id")))
                        .query(String.class)
                        .single())
                .doesNotContain("There was a contract");
    }

    private Answer refused() {
        Answer opened = open(facts("photo"));
        Answer insisted = window.clerk("clerk-1")
                .ifMatch(opened)
                .post(opened.path() + "/acceptance", Map.of("insists", true))
                .expect(200);
        return reviewer()
                .ifMatch(insisted)
                .post(
                        opened.path() + "/decision",
                        Map.of(
                                "decision",
                                "REFUSED",
                                "reasons",
                                List.of(Map.of("criterion", "employment", "explanation", "No contract."))))
                .expect(200);
    }

    private Answer granted() {
        Answer opened = window.openCase("clerk-1");
        Answer accepted = window.clerk("clerk-1")
                .ifMatch(opened)
                .post(opened.path() + "/acceptance", Map.of())
                .expect(200);
        return reviewer()
                .ifMatch(accepted)
                .post(opened.path() + "/decision", Map.of("decision", "GRANTED"))
                .expect(200);
    }

    private Answer notSettled(Map<String, Object> facts) {
        Answer opened = open(facts);
        Answer received = window.clerk("clerk-1")
                .ifMatch(opened)
                .post(opened.path() + "/acceptance", Map.of())
                .expect(200);
        LocalDate late = LocalDate.parse(received.at("/settlementDueOn")).plusDays(1);
        clock.set(late);
        settlement.doWhatIsDue(late);
        return reviewer().get(received.path()).expect(200);
    }

    private Answer open(Map<String, Object> facts) {
        return window.clerk("clerk-1")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .post("/api/v1/cases", facts)
                .expect(201);
    }

    /** The facts of the story with this paper alone. */
    private static Map<String, Object> facts(String paper) {
        Map<String, Object> facts = TestWindow.facts();
        List<?> papers = (List<?>) Objects.requireNonNull(facts.get("papers"));
        facts.put(
                "papers",
                papers.stream()
                        .filter(one -> paper.equals(((Map<?, ?>) one).get("kind")))
                        .toList());
        return facts;
    }

    private String lastEvent(Answer seen) {
        return database.asRuntime()
                .sql("select type from ledger_event where case_id = :caseId order by seq desc limit 1")
                .param("caseId", UUID.fromString(seen.at("/id")))
                .query(String.class)
                .single();
    }

    private Call applicant() {
        return window.applicant(TestWindow.ID_NUMBER);
    }

    private Call reviewer() {
        return window.reviewer("reviewer-1", HOLDER);
    }
}
