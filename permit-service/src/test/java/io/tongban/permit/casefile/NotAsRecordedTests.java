package io.tongban.permit.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.tongban.permit.PermitServiceTest;
import io.tongban.permit.TestNeighbours;
import io.tongban.permit.TestWindow;
import io.tongban.permit.TestWindow.Answer;
import io.tongban.permit.TestWindow.Call;
import io.tongban.permit.casefile.due.SettleProvisionalCases;
import io.tongban.permit.casefile.ledger.LedgerPasses;
import io.tongban.permit.deadline.DueWork;
import io.tongban.platform.test.TestClock;
import io.tongban.platform.test.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A case that says of itself other than its ledger is an alarm, and no act is taken on it; a round finds it unasked. */
@PermitServiceTest
@ExtendWith(OutputCaptureExtension.class)
class NotAsRecordedTests {

    private static final LocalDate TODAY = LocalDate.of(2017, 4, 6);

    @Autowired
    private TestWindow window;

    @Autowired
    private TestNeighbours neighbours;

    @Autowired
    private TestClock clock;

    @Autowired
    private TestDatabase database;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private MeterRegistry meters;

    @Autowired
    @Qualifier("verifyLedgers")
    private DueWork verification;

    @Autowired
    private LedgerPasses passes;

    @Autowired
    private SettleProvisionalCases settlement;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        accepted_on = accepted_on - 1                                                            | acceptedOn
        decision_due_on = decision_due_on + 30                                                   | decisionDueOn
        due_on_is_provisional = not due_on_is_provisional                                        | dueOnIsProvisional
        received_by = 'clerk-9'                                                                  | receivedBy
        receipt = '收-1'                                                                         | receipt
        version = version + 1                                                                    | version
        review_reason = 'INSISTED', review_since = accepted_on, status = 'UNDER_REVIEW'          | state
        status = 'OPEN', received_by = null                                                      | state
        status = 'PROVISIONAL', receipt = 'r', settle_by = accepted_on, next_look_on = accepted_on, look_not_before = now() | state
        ledger_hash = repeat('a', 64)                                                            | ledger
        ledger_seq = ledger_seq - 1                                                              | ledger
        """)
    void anAcceptedCaseThatWasChangedIsRefused(String change, String member, CapturedOutput output) {
        Answer accepted = accept(window.openCase("clerk-1"));
        tampering(accepted).row(change);

        assertRefused(accepted, member, output);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        status = 'ACCEPTED', decision = null, decided_on = null, decided_by = null, decision_reasons = null | state
        decision = 'REFUSED'                | decision
        decided_on = decided_on - 1         | decidedOn
        decided_by = 'reviewer-9'           | decidedBy
        """)
    void aDecisionThatWasUndoneOrTurnedIsRefused(String change, String member, CapturedOutput output) {
        Answer decided = decide(accept(window.openCase("clerk-1"))).expect(200);
        tampering(decided).row(change);

        assertRefused(decided, member, output);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        settle_by = settle_by + 30          | settleBy
        next_look_on = next_look_on + 30    | nextLookOn
        """)
    void aProvisionalCaseThatWasChangedIsNotSettled(String change, String member, CapturedOutput output) {
        neighbours.monthsPaid(TODAY, YearMonth.of(2016, 4), YearMonth.of(2017, 2), YearMonth.of(2017, 3));
        Answer provisional = accept(window.openCase("clerk-1"));
        LocalDate later = TODAY.plusDays(60);
        clock.set(later);
        neighbours.monthsPaid(later, YearMonth.of(2016, 4), YearMonth.of(2017, 3));
        tampering(provisional).row(change);

        settlement.doWhatIsDue(later);

        assertThat(output).contains("Case " + provisional.at("/id") + " is not as its ledger tells: [" + member + "]");
        assertThat(jdbc.sql("select status from case_file where id = :id")
                        .param("id", UUID.fromString(provisional.at("/id")))
                        .query(String.class)
                        .single())
                .isEqualTo("PROVISIONAL");
    }

    @ParameterizedTest
    @ValueSource(strings = {"used_version = 'R9'", "look_number = look_number + 1", "other_version = 'R9'"})
    void aCaseThatNamesALookThatIsNotThereIsAnAlarmAndNoFailure(String change, CapturedOutput output) {
        Answer accepted = accept(window.openCase("clerk-1"));
        tampering(accepted).row(change);

        assertThat(applicant().get(accepted.path()).expect(409).at("/type")).endsWith("/case-not-as-recorded");
        decide(accepted).expect(409);
        assertThat(output).contains("Case " + accepted.at("/id") + " is not as its ledger tells: [look]");
    }

    @Test
    void aTailThatIsCutStopsTheCaseThoughItForgotItToo(CapturedOutput output) {
        Answer opened = window.openCase("clerk-1");
        Answer accepted = accept(opened);
        Tampering tampering = tampering(accepted);
        tampering.events("delete from ledger_event where seq = 3");
        tampering.headOfCase(2, tampering.hash(2));
        tampering.row("status = 'OPEN', received_by = null, accepted_on = null, decision_due_on = null,"
                + " due_on_is_provisional = false, visited_on = '2017-04-06', version = 1");

        Answer read = applicant().get(accepted.path()).expect(200);
        assertThat(read.at("/asRecorded")).isEqualTo("false");
        window.clerk("clerk-1")
                .ifMatch(opened)
                .post(accepted.path() + "/acceptance", Map.of())
                .expect(409);
        assertThat(output).contains("is not as its ledger tells: [ledger]");
    }

    @ParameterizedTest
    @CsvSource({"accepted_on = accepted_on - 1, acceptedOn", "status = status, -"})
    void eventsThatDoNotTellTheCaseAfterThemAreFolded(String change, String member) {
        Answer accepted = accept(window.openCase("clerk-1"));
        Tampering tampering = tampering(accepted);
        // as they were written before, and as the witness would have taken them down
        tampering.events("update ledger_event set payload = (payload::jsonb - 'caseAfter')::json where true");
        tampering.computeAgainFrom(1);
        for (long seq = 1; seq <= 3; seq++) {
            tampering.heads("update witness.signed_head set hash = decode('" + tampering.hash(seq)
                    + "', 'hex'), signature = null, key_id = null, signed_at = null where seq = " + seq);
        }
        tampering.row(change);

        assertThat(applicant()
                        .get(accepted.path())
                        .expect(200)
                        .json()
                        .at("/asRecorded")
                        .asString("-"))
                .isEqualTo(member.equals("-") ? "-" : "false");
        decide(accepted).expect(member.equals("-") ? 200 : 409);
    }

    @Test
    void aRoundFindsWhatNobodyAskedForAndGoesOnWhereItWas(CapturedOutput output) {
        beginAPass();
        Answer cut = window.openCase("clerk-1");
        Answer gone = window.openCaseOfSomebodyElse("clerk-1");
        Answer sound = window.openCaseOfSomebodyElse("clerk-1");
        tampering(cut).events("delete from ledger_event where seq = 2");
        tampering(cut).headOfCase(1, tampering(cut).hash(1));
        tampering(gone).removeCase();
        double before = found("CASE_MISSING");

        verification.doWhatIsDue(TODAY);

        assertThat(output)
                .contains("The ledger of case " + cut.at("/id") + " is broken: TAIL_CUT at 2")
                .contains("The ledger of case " + gone.at("/id") + " is broken: CASE_MISSING at 2")
                .doesNotContain(sound.at("/id") + " is broken", TestWindow.ID_NUMBER, TestWindow.NAME);
        assertThat(found("CASE_MISSING")).isEqualTo(before + 1);

        verification.doWhatIsDue(TODAY);
        assertThat(found("CASE_MISSING")).as("the next pass is tomorrow").isEqualTo(before + 1);
    }

    @Test
    void aRoundIsAShareOfTheCases() {
        beginAPass();
        window.openCase("clerk-1");
        window.openCaseOfSomebodyElse("clerk-1");
        UUID first = share(1).getFirst();

        assertThat(share(1)).containsExactly(first);
        jdbc.sql("update ledger_verification set verified_to = :first")
                .param("first", first)
                .update();
        assertThat(share(1)).isNotEmpty().doesNotContain(first);
    }

    private List<UUID> share(int limit) {
        return passes.next(Instant.now(), Duration.ofDays(1), limit);
    }

    /** Behind the cases of all other tests. */
    private void beginAPass() {
        jdbc.sql("""
                update ledger_verification
                set pass_ended_at = null, pass_began_at = now(), verified_to = coalesce((select id from case_file order by id desc limit 1), verified_to)
                """).update();
    }

    private double found(String finding) {
        return meters.get("tongban.ledger.findings")
                .tag("finding", finding)
                .counter()
                .count();
    }

    private void assertRefused(Answer seen, String member, CapturedOutput output) {
        double before = meters.get("tongban.ledger.cases.differing").counter().count();
        Answer read = applicant().get(seen.path()).expect(200);

        assertThat(read.at("/asRecorded")).isEqualTo("false");
        assertThat(output)
                .containsPattern("ERROR .*Case " + seen.at("/id") + " is not as its ledger tells: \\[.*" + member)
                .doesNotContain(TestWindow.ID_NUMBER, TestWindow.NAME);
        assertThat(meters.get("tongban.ledger.cases.differing").counter().count())
                .isEqualTo(before + 1);
        String events = eventsOf(seen);
        assertThat(decide(read).expect(409).at("/type")).isEqualTo("/errors/case-not-as-recorded");
        assertThat(window.clerk("clerk-1")
                        .ifMatch(read)
                        .post(seen.path() + "/papers", Map.of("papers", List.of(Map.of("kind", "photo"))))
                        .expect(409)
                        .at("/type"))
                .isEqualTo("/errors/case-not-as-recorded");
        assertThat(window.clerk("clerk-1")
                        .ifMatch(read)
                        .post(seen.path() + "/acceptance", Map.of())
                        .expect(409)
                        .at("/type"))
                .isEqualTo("/errors/case-not-as-recorded");
        assertThat(eventsOf(seen)).isEqualTo(events);
    }

    private String eventsOf(Answer seen) {
        return jdbc.sql("select count(*) || ' ' || max(hash) from ledger_event where case_id = :id")
                .param("id", UUID.fromString(seen.at("/id")))
                .query(String.class)
                .single();
    }

    private Tampering tampering(Answer seen) {
        return new Tampering(database, UUID.fromString(seen.at("/id")));
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
                .post(seen.path() + "/decision", Map.of("decision", "GRANTED"));
    }

    private Call applicant() {
        return window.applicant(TestWindow.ID_NUMBER);
    }
}
