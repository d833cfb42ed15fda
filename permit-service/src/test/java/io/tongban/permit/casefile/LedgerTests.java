package io.tongban.permit.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tongban.permit.PermitServiceTest;
import io.tongban.permit.TestWindow;
import io.tongban.permit.TestWindow.Answer;
import io.tongban.permit.casefile.ledger.Actor;
import io.tongban.permit.casefile.ledger.ChainVerdict;
import io.tongban.permit.casefile.ledger.EventType;
import io.tongban.permit.casefile.ledger.Ledger;
import io.tongban.permit.casefile.ledger.LedgerEntry;
import io.tongban.permit.casefile.ledger.LedgerEvent;
import io.tongban.permit.casefile.ledger.LedgerEvent.Head;
import io.tongban.permit.casefile.ledger.NextEvents;
import io.tongban.platform.test.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.JsonNode;

/** The ledger cannot be rewritten by the service, and whoever rewrites it otherwise is found out. */
@PermitServiceTest
class LedgerTests {

    @Autowired
    private TestWindow window;

    @Autowired
    private TestDatabase database;

    @Autowired
    private Ledger ledger;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionOperations transactions;

    private Answer accepted;
    private UUID caseId;

    @BeforeEach
    void acceptedCase() {
        Answer opened = window.openCase("clerk-1");
        accepted = window.clerk("clerk-1")
                .ifMatch(opened)
                .post(opened.path() + "/acceptance", Map.of())
                .expect(200);
        caseId = UUID.fromString(opened.at("/id"));
    }

    @Test
    void tellsWhatHappenedWithHashesPageByPage() {
        Answer first = window.applicant(TestWindow.ID_NUMBER)
                .get(accepted.path() + "/ledger?limit=2")
                .expect(200);
        Answer second = window.applicant(TestWindow.ID_NUMBER)
                .get(accepted.path() + "/ledger?limit=2&after=" + first.at("/next"))
                .expect(200);

        assertThat(first.at("/items/0/type")).isEqualTo("CASE_OPENED");
        assertThat(first.at("/items/0/prevHash")).isEqualTo("sha256:" + "0".repeat(64));
        assertThat(first.at("/items/1/type")).isEqualTo("ASSESSED");
        assertThat(first.at("/items/1/prevHash")).isEqualTo(first.at("/items/0/hash"));
        assertThat(first.at("/items/1/window")).isEqualTo("00000000-0000-7000-8000-330104008008");
        assertThat(first.at("/items/1/happenedAt")).matches("2017-04-06T09:30:00(\\.\\d+)?\\+08:00");
        assertThat(first.at("/items/1/recordedAt")).endsWith("Z");
        assertThat(first.at("/items/1/payloadDigest")).matches("sha256:[0-9a-f]{64}");
        assertThat(second.at("/items/0/type")).isEqualTo("ACCEPTED");
        assertThat(second.json().at("/next").isNull()).isTrue();
        assertThat(second.at("/chain/intact")).isEqualTo("true");
        assertThat(second.at("/chain/events")).isEqualTo("3");
        assertThat(second.at("/chain/head")).isEqualTo(second.at("/items/0/hash"));
        assertThat(first.text() + second.text()).doesNotContain(TestWindow.ID_NUMBER, TestWindow.NAME);
    }

    @Test
    void anyoneWhoReadsItCanComputeTheHashesAgain() throws NoSuchAlgorithmException {
        Answer ledger = window.applicant(TestWindow.ID_NUMBER)
                .get(accepted.path() + "/ledger")
                .expect(200);
        for (JsonNode event : ledger.json().at("/items")) {
            String preimage = String.join(
                    "\n",
                    "tongban-ledger-1",
                    caseId.toString(),
                    event.path("seq").asString(),
                    event.path("type").asString(),
                    utc(event.path("recordedAt")),
                    utc(event.path("happenedAt")),
                    event.path("actor").asString(),
                    event.path("window").asString("-"),
                    event.path("visit").asString("-"),
                    digits(event.path("payloadDigest")),
                    digits(event.path("sealedDigest")),
                    digits(event.path("prevHash")));
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(preimage.getBytes(StandardCharsets.UTF_8));
            assertThat(event.path("hash").asString())
                    .isEqualTo("sha256:" + HexFormat.of().formatHex(hash));
        }
    }

    private static String utc(JsonNode instant) {
        return OffsetDateTime.parse(instant.asString()).toInstant().toString();
    }

    private static String digits(JsonNode digest) {
        return digest.asString("-").replaceFirst("^sha256:", "");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update ledger_event set actor = 'someone'",
                "delete from ledger_event",
                "truncate ledger_event",
                "alter table ledger_event disable trigger all",
                "delete from case_file",
                "update case_file set standard_version = 'R2'",
                "update case_file set responsible_authority = 'police-330106'",
                "update notice set content = ''",
                "delete from pre_check",
                "update case_check set evidence = null",
                "delete from case_check",
                "truncate case_check, case_assessment",
                "update case_assessment set role = 'NEWER'",
                "delete from case_assessment",
                "update witness.signed_head set seq = seq",
                "delete from witness.signed_head",
                "truncate witness.signed_head",
                "alter table witness.signed_head disable trigger all",
                "drop table witness.signed_head",
                "drop schema witness cascade",
                "create table witness.mine (id uuid)"
            })
    void theServiceHasNoRightTo(String rewriting) {
        assertThatThrownBy(() -> database.asRuntime().sql(rewriting).update())
                .rootCause()
                .isInstanceOfSatisfying(
                        SQLException.class,
                        refused -> assertThat(refused.getSQLState()).isEqualTo("42501")); // insufficient_privilege
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select count(*) from witness.signed_head",
                "insert into witness.signed_head (case_id, seq, hash) values (uuidv7(), 1, sha256('a'))",
                "update witness.signed_head set seq = seq",
                "delete from witness.signed_head",
                "truncate witness.signed_head",
                "alter table witness.signed_head disable trigger all",
                "drop table witness.signed_head",
                "drop schema witness cascade",
                "alter schema witness rename to mine",
                "create table witness.mine (id uuid)"
            })
    void theOwnerOfTheCasesHasNoRightTo(String reaching) {
        assertThatThrownBy(() -> database.asOwner().sql(reaching).update())
                .rootCause()
                .isInstanceOfSatisfying(
                        SQLException.class,
                        refused -> assertThat(refused.getSQLState()).isEqualTo("42501")); // insufficient_privilege
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update witness.signed_head set seq = seq",
                "delete from witness.signed_head",
                "truncate witness.signed_head"
            })
    void notEvenItsOwnerRewritesASignedHeadInPassing(String rewriting) {
        assertThatThrownBy(() -> database.asOwnerOf("witness").sql(rewriting).update())
                .hasStackTraceContaining("signed_head is append-only");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "insert into witness.signed_head (case_id, seq, hash) values (uuidv7(), 1, sha256('a'))",
                "insert into witness.signed_head values (uuidv7(), 2, sha256('a'), decode(repeat('00', 64), 'hex'), 'key', now())"
            })
    void theServiceAddsOnlySignedHeadsThatFollowOneAnother(String adding) {
        assertThatThrownBy(() -> database.asRuntime().sql(adding).update()).hasStackTraceContaining("head");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"update ledger_event set actor = 'someone'", "delete from ledger_event", "truncate ledger_event"
            })
    void notEvenItsOwnerRewritesItInPassing(String rewriting) {
        assertThatThrownBy(() -> database.asOwner().sql(rewriting).update())
                .hasStackTraceContaining("ledger_event is append-only");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update case_check set evidence = null",
                "delete from case_check",
                "truncate case_check, case_assessment",
                "update case_assessment set digest = digest",
                "delete from case_assessment",
                "truncate case_assessment"
            })
    void notEvenItsOwnerForgetsWhatACheckWasMadeFrom(String rewriting) {
        assertThatThrownBy(() -> database.asOwner().sql(rewriting).update()).hasStackTraceContaining("is append-only");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "status = 'ACCEPTED', decision = null, decided_on = null, decided_by = null, decision_reasons = null",
                "decision = 'REFUSED'",
                "decided_on = decided_on - 1",
                "decided_by = 'somebody'",
                "decision_reasons = sha256('a')",
                "accepted_on = accepted_on - 1",
                "decision_due_on = decision_due_on + 1",
                "applied_on = applied_on - 1",
                "received_by = 'somebody'",
                "version = version - 1",
                "ledger_seq = ledger_seq - 1",
                "ledger_hash = repeat('a', 64)"
            })
    void nobodyUndoesADecisionOrTurnsACaseBackInPassing(String undoing) {
        window.reviewer("reviewer-1", "police-330104")
                .ifMatch(accepted)
                .post(accepted.path() + "/decision", Map.of("decision", "GRANTED"))
                .expect(200);
        String update = "update case_file set " + undoing + " where id = '" + caseId + "'";

        assertThatThrownBy(() -> database.asRuntime().sql(update).update())
                .hasStackTraceContaining("case_file goes forward");
        assertThatThrownBy(() -> database.asOwner().sql(update).update())
                .hasStackTraceContaining("case_file goes forward");
        assertThatThrownBy(() -> database.asOwner().sql("delete from case_file").update())
                .hasStackTraceContaining("case_file is append-only");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "status = 'UNDER_REVIEW', review_reason = 'ORDERED', review_since = current_date, decision_due_on = current_date,"
                        + " closed_result = null, closed_on = null",
                "status = 'OPEN', closed_result = null, closed_on = null",
                "closed_result = 'LAPSED'",
                "closed_on = closed_on - 1",
                "receipt = 'R-2017-00000099'",
                "applied_on = applied_on - 1"
            })
    void nobodyTakesUpInPassingWhatWasWithdrawn(String undoing) {
        window.applicant(TestWindow.ID_NUMBER)
                .ifMatch(accepted)
                .post(accepted.path() + "/withdrawal", Map.of())
                .expect(200);
        String update = "update case_file set " + undoing + " where id = '" + caseId + "'";

        assertThatThrownBy(() -> database.asOwner().sql(update).update())
                .hasStackTraceContaining("case_file goes forward");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "status = 'UNDER_REVIEW', review_reason = 'ORDERED', review_since = current_date",
                "closed_result = 'WITHDRAWN'",
                "closed_on = current_date",
                "status = 'CLOSED', closed_result = 'JOINED', closed_on = current_date, accepted_on = null, decision_due_on = null",
                "status = 'CLOSED', closed_result = 'JOINED', closed_on = current_date, accepted_on = null, decision_due_on = null,"
                        + " goes_on_in = id"
            })
    void noRowSaysThatALiveCaseHasEndedOrWasOrdered(String saying) {
        String update = "update case_file set " + saying + " where id = '" + caseId + "'";

        assertThatThrownBy(() -> database.asOwner().sql(update).update()).hasStackTraceContaining("case_file");
    }

    @Test
    void theDatabaseRefusesAForkOfTheChain() {
        assertThatThrownBy(() ->
                        database.asRuntime().sql("""
                            insert into ledger_event (case_id, seq, type, at, business_at, actor, payload, prev_hash, hash)
                            values (:caseId, 4, 'ACCEPTED', now(), now(), 'clerk-1', '{}', repeat('1', 64), repeat('2', 64))
                            """).param("caseId", caseId).update())
                .hasStackTraceContaining("does not continue the chain");
    }

    @Test
    void twoWritersOfOneCaseWaitForEachOther() throws Exception {
        List<Future<?>> writers = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 20; i++) {
                int number = i;
                writers.add(threads.submit(() -> transactions.executeWithoutResult(transaction -> {
                    NextEvents next = ledger.following(
                            lockedHead(),
                            Actor.withoutWindow("writer-" + number),
                            List.of(LedgerEntry.of(EventType.ASSESSED), LedgerEntry.of(EventType.ASSESSED)));
                    remember(next.head());
                    ledger.append(next);
                })));
            }
        }
        for (Future<?> writer : writers) {
            writer.get();
        }

        ChainVerdict verdict = ledger.verify(caseId);
        assertThat(verdict.findings()).isEmpty();
        assertThat(verdict.last().seq()).isEqualTo(43);
    }

    @Test
    void appendsOnlyWithinTheTransactionOfWhatHappened() {
        Head head = new Head(caseId, 3, LedgerEvent.GENESIS);
        NextEvents next = ledger.following(head, Actor.SETTLEMENT, List.of(LedgerEntry.of(EventType.ASSESSED)));

        assertThatThrownBy(() -> ledger.append(next)).isInstanceOf(IllegalTransactionStateException.class);
    }

    private Head lockedHead() {
        return jdbc.sql("select ledger_seq, ledger_hash from case_file where id = :id for update")
                .param("id", caseId)
                .query((row, number) -> new Head(caseId, row.getLong("ledger_seq"), row.getString("ledger_hash")))
                .single();
    }

    private void remember(Head head) {
        jdbc.sql("update case_file set ledger_seq = :seq, ledger_hash = :hash where id = :id")
                .param("seq", head.seq())
                .param("hash", head.hash())
                .param("id", caseId)
                .update();
    }
}
