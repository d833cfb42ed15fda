package io.tongban.permit.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.permit.PermitServiceTest;
import io.tongban.permit.TestCases;
import io.tongban.permit.TestNeighbours;
import io.tongban.permit.TestWindow;
import io.tongban.permit.TestWindow.Answer;
import io.tongban.platform.test.Flood;
import io.tongban.platform.test.TestClock;
import io.tongban.platform.test.TestDatabase;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Cases that end without a decision, those that are taken up again, and what is said on record at any time. */
@PermitServiceTest
class EndOfCaseTests {

    private static final Map<String, Object> PROOF = Map.of("proof", "Medical certificate 330104-2017-00231");
    private static final Map<String, Object> ORDER = Map.of("order", "JUDGMENT");

    @Autowired
    private TestWindow window;

    @Autowired
    private TestNeighbours neighbours;

    @Autowired
    private TestCases cases;

    @Autowired
    private TestClock clock;

    @Autowired
    private TestDatabase database;

    @Test
    void theApplicantWithdrawsAndNothingFollows() {
        Answer opened = cases.opened();

        Answer withdrawn = cases.applicant()
                .ifMatch(opened)
                .post(opened.path() + "/withdrawal", Map.of())
                .expect(200);

        assertThat(withdrawn.at("/state")).isEqualTo("CLOSED");
        assertThat(withdrawn.at("/closed/result")).isEqualTo("WITHDRAWN");
        assertThat(withdrawn.at("/closed/closedOn")).isEqualTo("2017-04-06");
        Answer late = cases.clerk()
                .ifMatch(withdrawn)
                .post(opened.path() + "/acceptance", Map.of())
                .expect(409);
        assertThat(late.at("/type")).isEqualTo("/errors/case-closed");
        assertThat(late.at("/result")).isEqualTo("WITHDRAWN");
        assertThat(cases.applicant().get(opened.path()).expect(200).text()).isEqualTo(withdrawn.text());
        assertThat(lastEvent(opened)).isEqualTo("WITHDRAWN");
    }

    @Test
    void atAWindowItTakesTheSignedStatement() {
        Answer opened = cases.opened();

        Answer unsigned = cases.clerk()
                .ifMatch(opened)
                .post(opened.path() + "/withdrawal", Map.of())
                .expect(422);
        assertThat(unsigned.at("/type")).isEqualTo("/errors/statement-not-signed");
        cases.clerk()
                .ifMatch(opened)
                .post(opened.path() + "/withdrawal", Map.of("signedStatement", true))
                .expect(200);
    }

    @Test
    void aReviewerDoesNotWithdrawAndAnotherApplicantKnowsOfNoCase() {
        Answer opened = cases.opened();

        Answer reviewers = cases.reviewer()
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
        assertThat(cases.applicant()
                        .ifMatch(opened)
                        .post("/api/v1/cases/" + UUID.randomUUID() + "/withdrawal", Map.of())
                        .expect(404)
                        .at("/type"))
                .isEqualTo("/errors/case-unknown");
    }

    @Test
    void theCaseOfAnApplicantWhoDiedIsClosedByAClerkOrItsReviewer() {
        Answer opened = cases.opened();

        cases.applicant().ifMatch(opened).post(opened.path() + "/death", PROOF).expect(403);
        Answer other = window.reviewer("reviewer-2", "police-330106")
                .ifMatch(opened)
                .post(opened.path() + "/death", PROOF)
                .expect(403);
        assertThat(other.at("/type")).isEqualTo("/errors/other-authority-decides");
        Answer closed = cases.reviewer()
                .ifMatch(opened)
                .post(opened.path() + "/death", PROOF)
                .expect(200);
        assertThat(closed.at("/closed/result")).isEqualTo("DIED");
    }

    @Test
    void anActInAnotherStateSaysWhichActAndWhichState() {
        Answer opened = cases.opened();

        Answer refused = cases.reviewer()
                .ifMatch(opened)
                .post(opened.path() + "/reopening", ORDER)
                .expect(409);

        assertThat(refused.at("/type")).isEqualTo("/errors/act-not-allowed");
        assertThat(refused.at("/act")).isEqualTo("reopening");
        assertThat(refused.at("/caseStatus")).isEqualTo("OPEN");
    }

    @Test
    void anAcceptanceIsRevokedWhereOnlyAPaperThatMightFollowIsMissing() {
        Answer late = cases.notSettled(TestCases.withOnly("labour-contract"));
        assertThat(late.at("/review/reason")).isEqualTo("NOT_SETTLED_IN_TIME");

        Answer revoked = cases.reviewer()
                .ifMatch(late)
                .post(late.path() + "/revocation", Map.of())
                .expect(200);

        assertThat(revoked.at("/closed/result")).isEqualTo("ACCEPTANCE_REVOKED");
    }

    @Test
    void aSilentSourceIsNoGroundOfARevocation() {
        neighbours.adapterIsDown();
        Answer late = cases.notSettled(TestWindow.facts());

        assertThat(cases.reviewer()
                        .ifMatch(late)
                        .post(late.path() + "/revocation", Map.of())
                        .expect(409)
                        .at("/type"))
                .isEqualTo("/errors/no-ground");
    }

    @Test
    void aRefusedCaseIsTakenUpAgainByOrderAndDecidedOnceMore() {
        Answer refused = cases.refused();
        clock.set(LocalDate.of(2017, 9, 18));

        Answer reopened = cases.reviewer()
                .ifMatch(refused)
                .post(refused.path() + "/reopening", ORDER)
                .expect(200);

        assertThat(reopened.at("/state")).isEqualTo("UNDER_REVIEW");
        assertThat(reopened.at("/review/reason")).isEqualTo("ORDERED");
        assertThat(reopened.at("/review/beganOn")).isEqualTo("2017-09-18");
        assertThat(reopened.at("/decisionDueOn")).isEqualTo("2017-10-09");
        assertThat(reopened.at("/appliedOn")).isEqualTo("2017-04-06");
        cases.reviewer()
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
        Answer opened = cases.opened();
        Answer withdrawn = cases.applicant()
                .ifMatch(opened)
                .post(opened.path() + "/withdrawal", Map.of())
                .expect(200);
        Answer granted = cases.granted();

        assertThat(cases.reviewer()
                        .ifMatch(withdrawn)
                        .post(opened.path() + "/reopening", ORDER)
                        .expect(409)
                        .at("/type"))
                .isEqualTo("/errors/case-closed");
        Answer refused = cases.reviewer()
                .ifMatch(granted)
                .post(granted.path() + "/reopening", ORDER)
                .expect(409);
        assertThat(refused.at("/type")).isEqualTo("/errors/act-not-allowed");
        assertThat(refused.at("/caseStatus")).isEqualTo("DECIDED");
    }

    @Test
    void whoReceivedACaseDoesNotDecideItAfterAReopeningEither() {
        Answer refused = cases.refused();
        Answer reopened = cases.reviewer()
                .ifMatch(refused)
                .post(refused.path() + "/reopening", ORDER)
                .expect(200);

        Answer barred = window.reviewer(TestCases.CLERK, TestCases.HOLDER)
                .post(reopened.path() + "/decision", Map.of("decision", "GRANTED"))
                .expect(403);

        assertThat(barred.at("/type")).isEqualTo("/errors/receiver-does-not-decide");
    }

    @Test
    void anOrderComesToACaseWhoseAcceptanceWasRevoked() {
        Answer late = cases.notSettled(TestCases.withOnly("labour-contract"));
        Answer revoked = cases.reviewer()
                .ifMatch(late)
                .post(late.path() + "/revocation", Map.of())
                .expect(200);

        Answer reopened = cases.reviewer()
                .ifMatch(revoked)
                .post(late.path() + "/reopening", ORDER)
                .expect(200);

        assertThat(reopened.at("/review/reason")).isEqualTo("ORDERED");
        assertThat(reopened.at("/appliedOn")).isEqualTo("2017-04-06");
    }

    @Test
    void aCaseNamesEveryActAndWhatStandsAgainstIt() {
        Answer opened = cases.opened();

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
        Answer opened = cases.opened();

        List<Answer> said = Flood.atOnce(IntStream.range(0, 8)
                .<Callable<Answer>>mapToObj(number -> () -> cases.applicant()
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .post(opened.path() + "/statements", Map.of("kind", "REMARK", "text", "remark " + number)))
                .toList());

        assertThat(said).extracting(Answer::status).containsOnly(200);
        Answer read = cases.reviewer().get(opened.path() + "/statements").expect(200);
        assertThat(read.json().path("items").findValuesAsString("text"))
                .containsExactlyInAnyOrderElementsOf(IntStream.range(0, 8)
                        .mapToObj(number -> "remark " + number)
                        .toList());
    }

    @Test
    void aStatementIsOnRecordInAnyStateWithoutAVersion() {
        Answer refused = cases.refused();

        Answer said = cases.applicant()
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

    private String lastEvent(Answer seen) {
        return database.asRuntime()
                .sql("select type from ledger_event where case_id = :caseId order by seq desc limit 1")
                .param("caseId", UUID.fromString(seen.at("/id")))
                .query(String.class)
                .single();
    }
}
