package io.tongban.permit.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.permit.PermitServiceTest;
import io.tongban.permit.TestNeighbours;
import io.tongban.permit.TestWindow;
import io.tongban.permit.TestWindow.Answer;
import io.tongban.permit.casefile.due.SettleProvisionalCases;
import io.tongban.platform.test.TestClock;
import io.tongban.platform.test.TestDatabase;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A case from the first contact to the decision, over HTTP. */
@PermitServiceTest
class CaseStoryTests {

    private static final LocalDate APPLIED_ON = LocalDate.of(2017, 4, 6);
    private static final YearMonth FIRST = YearMonth.of(2016, 4);
    private static final YearMonth FEBRUARY = YearMonth.of(2017, 2);
    private static final YearMonth MARCH = YearMonth.of(2017, 3);

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
    void namesEverythingAtTheFirstContact() {
        neighbours.monthsPaid(APPLIED_ON, FIRST, FEBRUARY, MARCH);

        Answer opened = window.openCase("clerk-1");

        assertThat(opened.header("ETag")).isEqualTo("\"1\"");
        assertThat(opened.header("Location")).endsWith("/api/v1/cases/" + opened.at("/id"));
        assertThat(opened.at("/state")).isEqualTo("OPEN");
        assertThat(opened.at("/pinnedStandard/version")).isEqualTo("R1");
        assertThat(opened.at("/standard/digest")).startsWith("sha256:");
        assertThat(opened.at("/responsibleAuthority/id")).isEqualTo("police-330104");
        assertThat(opened.at("/responsibleAuthority/name/zh")).isEqualTo("杭州市公安局江干区分局");
        assertThat(opened.at("/firstContact/window")).isEqualTo("00000000-0000-7000-8000-330104008008");
        assertThat(opened.at("/appliedOn")).isEqualTo("2017-04-06");
        assertThat(opened.at("/assessment/outcome")).isEqualTo("PROVISIONAL");
        assertThat(opened.at("/evidence/asOf")).isEqualTo("2017-04-06");
        assertThat(opened.at("/notice/number")).startsWith("N-2017-");
        assertThat(opened.at("/notice/content/points/0/id")).isEqualTo("contributions");
    }

    @Test
    void settlesByItselfWithTheOriginalApplicationDate() {
        neighbours.monthsPaid(APPLIED_ON, FIRST, FEBRUARY, MARCH);
        Answer provisional = accepted(window.openCase("clerk-1"), Map.of()).expect(200);
        assertThat(provisional.at("/state")).isEqualTo("PROVISIONAL");
        assertThat(provisional.at("/receipt/number")).startsWith("R-2017-");
        assertThat(provisional.at("/settlementDueOn")).isEqualTo("2017-05-21");

        settle(LocalDate.of(2017, 4, 7), FEBRUARY, MARCH);
        assertThat(read(provisional).at("/state")).isEqualTo("PROVISIONAL");

        settle(LocalDate.of(2017, 4, 18), MARCH);
        Answer settled = read(provisional);
        assertThat(settled.at("/state")).isEqualTo("ACCEPTED");
        assertThat(settled.at("/appliedOn")).isEqualTo("2017-04-06");
        assertThat(settled.at("/evidence/asOf")).isEqualTo("2017-04-18");
        assertThat(settled.at("/acceptedOn")).isEqualTo("2017-04-18");
        assertThat(settled.at("/decisionDueOn")).isEqualTo("2017-05-03");
        assertThat(settled.at("/receipt/number")).isEqualTo(provisional.at("/receipt/number"));
    }

    @Test
    void settlesTheOtherWayBeforeAPersonAndNeverIntoARefusal() {
        neighbours.monthsPaid(APPLIED_ON, FIRST, FEBRUARY, MARCH);
        Answer provisional = accepted(window.openCase("clerk-1"), Map.of()).expect(200);

        settle(LocalDate.of(2017, 5, 20), FEBRUARY);

        Answer review = read(provisional);
        assertThat(review.at("/state")).isEqualTo("UNDER_REVIEW");
        assertThat(review.at("/review/reason")).isEqualTo("SETTLED_OTHERWISE");
        assertThat(review.at("/decisionDueOn")).isEqualTo("2017-05-26");
        assertThat(review.at("/notice/number")).isNotEqualTo(provisional.at("/notice/number"));
        assertThat(review.at("/appliedOn")).isEqualTo("2017-04-06");
    }

    @Test
    void comesBeforeAPersonWhenItDoesNotSettleInTimeWhoMayGrantButNotRefuseForTheSource() {
        neighbours.adapterIsDown();
        Answer provisional = accepted(window.openCase("clerk-1"), Map.of()).expect(200);

        clock.set(LocalDate.of(2017, 5, 22));
        settlement.doWhatIsDue(LocalDate.of(2017, 5, 22));

        Answer review = read(provisional);
        assertThat(review.at("/state")).isEqualTo("UNDER_REVIEW");
        assertThat(review.at("/review/reason")).isEqualTo("NOT_SETTLED_IN_TIME");
        assertThat(decide(review, refused("contributions")).expect(409).at("/type"))
                .isEqualTo("/errors/criterion-pending");
        assertThat(decide(review, Map.of("decision", "GRANTED")).expect(200).at("/decision/decision"))
                .isEqualTo("GRANTED");
    }

    @Test
    void waitsForASilentSourceWithoutChangingTheCase() {
        neighbours.adapterIsDown();
        Answer provisional = accepted(window.openCase("clerk-1"), Map.of()).expect(200);
        int queriesBefore = neighbours.queries().size();

        clock.set(LocalDate.of(2017, 5, 21));
        settlement.doWhatIsDue(LocalDate.of(2017, 5, 21));
        int queriesAfterOneLook = neighbours.queries().size();
        settlement.doWhatIsDue(LocalDate.of(2017, 5, 21));

        assertThat(queriesAfterOneLook).isGreaterThan(queriesBefore);
        assertThat(neighbours.queries()).hasSize(queriesAfterOneLook);
        assertThat(read(provisional).header("ETag")).isEqualTo(provisional.header("ETag"));
    }

    @Test
    void isReceivedProvisionallyWhileTheAdapterIsDown() {
        neighbours.adapterIsDown();

        Answer opened = window.openCase("clerk-1");
        assertThat(opened.at("/assessment/outcome")).isEqualTo("PROVISIONAL");
        assertThat(opened.text()).contains("SOURCE_UNAVAILABLE");
        assertThat(opened.json().has("evidence")).isFalse();

        assertThat(accepted(opened, Map.of()).expect(200).at("/state")).isEqualTo("PROVISIONAL");
    }

    @Test
    void isAcceptedAndDecidedByAnotherPersonOfTheResponsibleAuthority() {
        neighbours.monthsPaid(APPLIED_ON, FIRST, MARCH);
        Answer accepted = accepted(window.openCase("clerk-1"), Map.of()).expect(200);
        assertThat(accepted.at("/state")).isEqualTo("ACCEPTED");
        assertThat(accepted.at("/decisionDueOn")).isEqualTo("2017-04-21");
        Map<String, Object> granted = Map.of("decision", "GRANTED");
        String decision = accepted.path() + "/decision";

        Answer foreign =
                window.reviewer("reviewer-1", "police-330106").ifMatch(accepted).post(decision, granted);
        assertThat(foreign.expect(403).at("/type")).isEqualTo("/errors/other-authority-decides");
        Answer same =
                window.reviewer("clerk-1", "police-330104").ifMatch(accepted).post(decision, granted);
        assertThat(same.expect(403).at("/type")).isEqualTo("/errors/receiver-does-not-decide");
        Answer decided =
                window.reviewer("reviewer-1", "police-330104").ifMatch(accepted).post(decision, granted);
        assertThat(decided.expect(200).at("/decision/decision")).isEqualTo("GRANTED");
        assertThat(decided.at("/decision/decidedOn")).isEqualTo("2017-04-06");
        assertThat(decided.json().at("/decision").has("remedies")).isFalse();
        Answer second =
                window.reviewer("reviewer-2", "police-330104").ifMatch(decided).post(decision, granted);
        assertThat(second.expect(409).at("/type")).isEqualTo("/errors/already-decided");
    }

    @Test
    void refusesOnlyForWhatIsOpenInTheCheck() {
        neighbours.monthsPaid(APPLIED_ON, FIRST, MARCH);
        Answer insisted = insistedWithoutContract();

        assertThat(decide(insisted, Map.of("decision", "REFUSED")).expect(422).at("/type"))
                .isEqualTo("/errors/reasons-missing");
        Answer outside = decide(insisted, refused("tidy-shoes"));
        assertThat(outside.expect(422).at("/type")).isEqualTo("/errors/part-unknown");
        assertThat(outside.at("/value")).isEqualTo("tidy-shoes");
        Answer met = decide(insisted, refused("employment", "contributions"));
        assertThat(met.expect(409).at("/type")).isEqualTo("/errors/reason-is-met");
        assertThat(met.at("/criterion")).isEqualTo("contributions");
        Answer twice = decide(insisted, refused("employment", "employment"));
        assertThat(twice.expect(422).at("/errors/0/pointer")).isEqualTo("#/reasons/1/criterion");
        assertThat(twice.at("/errors/0/code")).isEqualTo("repeated");
        Answer silent =
                decide(insisted, Map.of("decision", "REFUSED", "reasons", List.of(Map.of("criterion", "employment"))));
        assertThat(silent.expect(422).at("/errors/0/pointer")).isEqualTo("#/reasons/0/explanation");

        Answer refused = decide(insisted, refused("employment"));
        assertThat(refused.expect(200).at("/decision/remedies/id")).isEqualTo("permit-refusal-2015");
        assertThat(refused.at("/decision/reasons/0/explanation")).isEqualTo("未提交劳动合同");
    }

    @Test
    void grantsNothingWhileACriterionIsOpen() {
        neighbours.monthsPaid(APPLIED_ON, FIRST, MARCH);
        Answer open = decide(insistedWithoutContract(), Map.of("decision", "GRANTED"));

        assertThat(open.expect(409).at("/type")).isEqualTo("/errors/criterion-open");
        assertThat(open.at("/criteria/0")).isEqualTo("employment");
        assertThat(open.json().at("/criteria")).hasSize(1);
    }

    @Test
    void whoReceivedTheCaseIsToldSoWhateverVersionTheyName() {
        neighbours.monthsPaid(APPLIED_ON, FIRST, MARCH);
        Answer opened = window.openCase("clerk-1");
        accepted(opened, Map.of()).expect(200);

        assertThat(window.reviewer("clerk-1", "police-330104")
                        .ifMatch(opened)
                        .post(opened.path() + "/decision", Map.of("decision", "GRANTED"))
                        .expect(403)
                        .at("/type"))
                .isEqualTo("/errors/receiver-does-not-decide");
    }

    private Answer insistedWithoutContract() {
        Map<String, Object> withoutContract = TestWindow.facts();
        withoutContract.put("papers", List.of(Map.of("kind", "photo")));
        Answer opened = window.clerk("clerk-1")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .post("/api/v1/cases", withoutContract)
                .expect(201);
        return accepted(opened, Map.of("insists", true)).expect(200);
    }

    private Answer decide(Answer seen, Map<String, Object> decision) {
        return window.reviewer("reviewer-1", "police-330104").ifMatch(seen).post(seen.path() + "/decision", decision);
    }

    private static Map<String, Object> refused(String... criteria) {
        return Map.of(
                "decision",
                "REFUSED",
                "reasons",
                Stream.of(criteria)
                        .map(criterion -> Map.of("criterion", criterion, "explanation", "未提交劳动合同"))
                        .toList());
    }

    @Test
    void isNeverRefusedForWhatASourceHasNotAnswered() {
        neighbours.adapterIsDown();
        Answer refused = decide(insistedWithoutContract(), refused("contributions"));

        assertThat(refused.expect(409).at("/type")).isEqualTo("/errors/criterion-pending");
        assertThat(refused.at("/criterion")).isEqualTo("contributions");
    }

    @Test
    void asksTheSourceAgainWhenItWasSilentEarlierThatDay() {
        neighbours.adapterIsDown();
        Answer opened = window.openCase("clerk-1");
        neighbours.monthsPaid(APPLIED_ON, FIRST, MARCH);

        assertThat(accepted(opened, Map.of()).expect(200).at("/state")).isEqualTo("ACCEPTED");
    }

    @Test
    void daysThatNoPaperNamesAreRefusedBeforeAnythingIsForecast() {
        Map<String, Object> farAway = TestWindow.facts();
        farAway.put("residence", Map.of("division", "330104008008", "registeredOn", "+999999-01-01"));

        Answer refused = window.clerk("clerk-1")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .post("/api/v1/cases", farAway);

        assertThat(refused.expect(422).at("/type")).isEqualTo("/errors/invalid-request");
    }

    @Test
    void isNotAcceptedWithOpenPointsUnlessTheApplicantInsists() {
        neighbours.monthsPaid(APPLIED_ON, FIRST, MARCH);
        Map<String, Object> withoutContract = TestWindow.facts();
        withoutContract.put("papers", List.of(Map.of("kind", "photo")));
        Answer opened = window.clerk("clerk-1")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .post("/api/v1/cases", withoutContract)
                .expect(201);

        Answer refused = accepted(opened, Map.of());
        assertThat(refused.expect(409).at("/type")).isEqualTo("/errors/open-points");
        assertThat(refused.at("/outcome")).isEqualTo("INCOMPLETE");
        assertThat(refused.at("/openPoints/0/criterion")).isEqualTo("employment");
        assertThat(refused.at("/openPoints/0/missing/0")).isEqualTo("employment-paper");

        Answer insisted = accepted(opened, Map.of("insists", true)).expect(200);
        assertThat(insisted.at("/state")).isEqualTo("UNDER_REVIEW");
        assertThat(insisted.at("/review/reason")).isEqualTo("INSISTED");
        assertThat(insisted.at("/decisionDueOn")).isEqualTo("2017-04-21");
    }

    @Test
    void papersThatCloseTheLastPointMakeAnOpenCaseAcceptable() {
        neighbours.monthsPaid(APPLIED_ON, FIRST, MARCH);
        Map<String, Object> withoutContract = TestWindow.facts();
        withoutContract.put("papers", List.of(Map.of("kind", "photo")));
        Answer opened = window.clerk("clerk-1")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .post("/api/v1/cases", withoutContract)
                .expect(201);
        clock.set(LocalDate.of(2017, 4, 10));
        neighbours.monthsPaid(LocalDate.of(2017, 4, 10), FIRST, MARCH);

        Answer withContract = window.clerk("clerk-2")
                .ifMatch(opened)
                .post(
                        opened.path() + "/papers",
                        Map.of(
                                "papers",
                                List.of(Map.of("kind", "labour-contract", "unit", "30010001", "from", "2016-04-05"))))
                .expect(200);

        assertThat(withContract.at("/assessment/outcome")).isEqualTo("ELIGIBLE");
        assertThat(withContract.at("/appliedOn")).isEqualTo("2017-04-10");
        assertThat(withContract.at("/notice/number")).isEqualTo(opened.at("/notice/number"));
        Answer accepted = window.clerk("clerk-2")
                .ifMatch(withContract)
                .post(opened.path() + "/acceptance", Map.of())
                .expect(200);
        assertThat(accepted.at("/state")).isEqualTo("ACCEPTED");
        assertThat(accepted.at("/acceptedOn")).isEqualTo("2017-04-10");
    }

    @Test
    void refusesAPaperThatNoCriterionAsksFor() {
        neighbours.monthsPaid(APPLIED_ON, FIRST, MARCH);
        Answer opened = window.openCase("clerk-1");

        Answer outside = window.clerk("clerk-1")
                .ifMatch(opened)
                .post(opened.path() + "/papers", Map.of("papers", List.of(Map.of("kind", "marriage-certificate"))));

        assertThat(outside.expect(422).at("/type")).isEqualTo("/errors/part-unknown");
        assertThat(outside.at("/part")).isEqualTo("paper");
    }

    @Test
    void looksAgainWhenItIsAcceptedOnALaterDayAndKeepsWhatWasFound() {
        neighbours.monthsPaid(APPLIED_ON, FIRST, MARCH);
        Answer opened = window.openCase("clerk-1");
        clock.set(LocalDate.of(2017, 7, 3));
        neighbours.monthsPaid(LocalDate.of(2017, 7, 3), YearMonth.of(2016, 10), YearMonth.of(2017, 6));

        Answer refused = accepted(opened, Map.of()).expect(409);

        assertThat(refused.at("/caseVersion")).isEqualTo("2");
        Answer now = read(opened);
        assertThat(now.at("/state")).isEqualTo("OPEN");
        assertThat(now.at("/appliedOn")).isEqualTo("2017-07-03");
        assertThat(now.at("/notice/number")).startsWith("N-2017-");
    }

    @Test
    void theDecisionsClockRunsFromReceptionWhereOnlyThePhotoIsToFollow() {
        neighbours.monthsPaid(APPLIED_ON, FIRST, MARCH);
        Answer provisional = accepted(openWith("2019-04-04"), Map.of()).expect(200);
        assertThat(provisional.at("/state")).isEqualTo("PROVISIONAL");
        assertThat(provisional.at("/decisionDueOn")).isEqualTo("2017-04-21");
        assertThat(provisional.at("/settlementDueOn"))
                .as("before the decision is due")
                .isEqualTo("2017-04-21");

        clock.set(LocalDate.of(2017, 4, 18));
        neighbours.monthsPaid(LocalDate.of(2017, 4, 18), FIRST, MARCH);
        Answer accepted = window.clerk("clerk-1")
                .ifMatch(provisional)
                .post(provisional.path() + "/papers", Map.of("papers", List.of(Map.of("kind", "photo"))))
                .expect(200);

        assertThat(accepted.at("/state")).isEqualTo("ACCEPTED");
        assertThat(accepted.at("/acceptedOn")).isEqualTo("2017-04-06");
        assertThat(accepted.at("/decisionDueOn")).isEqualTo("2017-04-21");
    }

    @Test
    void aSilentSourceIsReadAgainForAPersonWhoWaitsForIt() {
        neighbours.adapterIsDown();
        Map<String, Object> withoutContract = TestWindow.facts();
        withoutContract.put("papers", List.of(Map.of("kind", "photo")));
        Answer opened = window.clerk("clerk-1")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .post("/api/v1/cases", withoutContract)
                .expect(201);
        Answer waiting = accepted(opened, Map.of("insists", true)).expect(200);
        assertThat(waiting.json().has("evidence")).isFalse();

        settle(LocalDate.of(2017, 4, 7), FEBRUARY);

        Answer answered = read(waiting);
        assertThat(answered.at("/state")).isEqualTo("UNDER_REVIEW");
        assertThat(answered.at("/review/beganOn")).isEqualTo("2017-04-06");
        assertThat(answered.at("/evidence/asOf")).isEqualTo("2017-04-07");
        int queries = neighbours.queries().size();
        settle(LocalDate.of(2017, 4, 8), FEBRUARY);
        assertThat(neighbours.queries()).as("nobody waits any more").hasSize(queries);
        decide(answered, refused("contributions")).expect(200);
    }

    @Test
    void tellsTheApplicantAgainWhenAPointHasWorsened() {
        neighbours.monthsPaid(APPLIED_ON, FIRST, FEBRUARY, MARCH);
        Answer opened = window.openCase("clerk-1");
        assertThat(opened.at("/notice/content/points/0/state")).isEqualTo("PENDING");
        LocalDate inJune = LocalDate.of(2017, 6, 8);
        clock.set(inJune);
        neighbours.monthsPaid(inJune, YearMonth.of(2016, 8), YearMonth.of(2017, 5));

        accepted(opened, Map.of()).expect(409);

        Answer now = read(opened);
        assertThat(now.at("/notice/content/points/0/id")).isEqualTo("contributions");
        assertThat(now.at("/notice/content/points/0/state")).isEqualTo("NOT_YET");
        assertThat(now.at("/notice/number")).isNotEqualTo(opened.at("/notice/number"));

        clock.set(inJune.plusDays(1));
        neighbours.monthsPaid(inJune.plusDays(1), YearMonth.of(2016, 8), YearMonth.of(2017, 5));
        accepted(now, Map.of()).expect(409);
        assertThat(read(opened).at("/notice/number")).as("once means once").isEqualTo(now.at("/notice/number"));
    }

    @Test
    void saysNowhereInTheClearWhereSomeoneWorks() {
        neighbours.monthsPaid(APPLIED_ON, FIRST, MARCH);
        Answer opened = openWith("2017-03-31");
        assertThat(opened.json().at("/assessment/missing").toString()).contains("labour-contract:30010001");

        Answer refused = accepted(opened, Map.of()).expect(409);

        assertThat(refused.json().at("/openPoints").toString()).contains("\"labour-contract\"");
        assertThat(refused.text()).doesNotContain("30010001");
        assertThat(database.asRuntime()
                        .sql("select points::text from notice where case_id = :caseId")
                        .param("caseId", UUID.fromString(opened.at("/id")))
                        .query(String.class)
                        .list())
                .singleElement()
                .asString()
                .contains("employment:labour-contract#")
                .doesNotContain("30010001");
    }

    @Test
    void namesTheBodyThatHoldsTheCaseNow() {
        neighbours.monthsPaid(APPLIED_ON, FIRST, MARCH);
        Answer opened = window.openCase("clerk-1");

        clock.set(LocalDate.of(2021, 4, 9));

        assertThat(read(opened).at("/responsibleAuthority/id")).isEqualTo("police-330102");
    }

    @Test
    void isAcceptedUnderTheNewVersionThatAsksForNoEmploymentPaper() {
        LocalDate inJune = LocalDate.of(2018, 6, 28);
        clock.set(inJune);
        neighbours.monthsPaid(inJune, YearMonth.of(2017, 6), YearMonth.of(2018, 5));
        Map<String, Object> withoutContract = TestWindow.facts();
        withoutContract.put("papers", List.of(Map.of("kind", "photo")));
        Answer opened = window.clerk("clerk-1")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .post("/api/v1/cases", withoutContract)
                .expect(201);
        assertThat(opened.at("/assessment/outcome")).isEqualTo("INCOMPLETE");

        LocalDate inJuly = LocalDate.of(2018, 7, 2);
        clock.set(inJuly);
        neighbours.monthsPaid(inJuly, YearMonth.of(2017, 6), YearMonth.of(2018, 5), YearMonth.of(2018, 6));
        int queries = neighbours.queries().size();
        Answer accepted = accepted(opened, Map.of()).expect(200);

        assertThat(accepted.at("/pinnedStandard/version")).isEqualTo("R1");
        assertThat(accepted.at("/standard/version")).isEqualTo("R2");
        assertThat(accepted.at("/state")).isEqualTo("ACCEPTED");
        assertThat(neighbours.queries()).as("one question for both versions").hasSize(queries + 1);
        assertThat(neighbours.queries().getLast().getBodyAsString()).contains("residence-permit/R1:R2");
    }

    @Test
    void settlesUnderTheNewVersionWhereTheFirstOneWouldNot() {
        clock.set(LocalDate.of(2018, 6, 20));
        neighbours.monthsPaid(
                LocalDate.of(2018, 6, 20), YearMonth.of(2017, 6), YearMonth.of(2018, 4), YearMonth.of(2018, 5));
        Answer provisional = accepted(window.openCase("clerk-1"), Map.of()).expect(200);
        assertThat(provisional.at("/state")).isEqualTo("PROVISIONAL");

        LocalDate inJuly = LocalDate.of(2018, 7, 16);
        clock.set(inJuly);
        neighbours.lastMonthElsewhere(inJuly, YearMonth.of(2017, 6), YearMonth.of(2018, 6));
        settlement.doWhatIsDue(inJuly);

        Answer settled = read(provisional);
        assertThat(settled.at("/state")).isEqualTo("ACCEPTED");
        assertThat(settled.at("/standard/version")).isEqualTo("R2");
        assertThat(database.asRuntime()
                        .sql("select role from case_assessment where case_id = :caseId order by number, role desc")
                        .param("caseId", UUID.fromString(provisional.at("/id")))
                        .query(String.class)
                        .list())
                .containsExactly("PINNED", "PINNED", "NEWER");
    }

    /** A case with a contract until that day, and without a photo. */
    private Answer openWith(String contractUntil) {
        Map<String, Object> facts = TestWindow.facts();
        facts.put(
                "papers",
                List.of(Map.of(
                        "kind", "labour-contract",
                        "unit", "30010001",
                        "from", "2016-04-05",
                        "until", contractUntil)));
        return window.clerk("clerk-1")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .post("/api/v1/cases", facts)
                .expect(201);
    }

    private Answer accepted(Answer seen, Map<String, Object> body) {
        return window.clerk("clerk-1").ifMatch(seen).post(seen.path() + "/acceptance", body);
    }

    private Answer read(Answer seen) {
        return window.applicant(TestWindow.ID_NUMBER).get(seen.path()).expect(200);
    }

    private void settle(LocalDate today, YearMonth lastPaid, YearMonth... notPosted) {
        clock.set(today);
        neighbours.monthsPaid(today, FIRST, lastPaid, notPosted);
        settlement.doWhatIsDue(today);
    }
}
