package io.tongban.permit.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.permit.PermitServiceTest;
import io.tongban.permit.TestWindow;
import io.tongban.permit.TestWindow.Answer;
import io.tongban.platform.test.TestDatabase;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** What somebody does with the rights of the owner of the cases, and bad intentions, is found: each break once. */
@PermitServiceTest
class TamperingTests {

    @Autowired
    private TestWindow window;

    @Autowired
    private TestDatabase database;

    private Answer accepted;
    private UUID caseId;
    private Tampering tampering;

    @BeforeEach
    void acceptedCase() {
        Answer opened = window.openCase("clerk-1");
        accepted = window.clerk("clerk-1")
                .ifMatch(opened)
                .post(opened.path() + "/acceptance", Map.of())
                .expect(200);
        caseId = UUID.fromString(opened.at("/id"));
        tampering = new Tampering(database, caseId);
        assertThat(findings()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        update ledger_event set payload = '{"outcome":"INELIGIBLE"}' where seq = 2        | 2 CONTENT_CHANGED
        update ledger_event set actor = 'someone' where seq = 3                           | 3 CONTENT_CHANGED
        update ledger_event set sealed = sha256('a') where seq = 1                        | 1 CONTENT_CHANGED
        update ledger_event set business_at = business_at + interval '1 us' where seq = 1 | 1 CONTENT_CHANGED
        update ledger_event set hash = repeat('a', 64) where seq = 1                      | 1 CONTENT_CHANGED
        update ledger_event set hash = repeat('a', 64) where seq = 3                      | 3 CONTENT_CHANGED
        update ledger_event set prev_hash = repeat('a', 64) where seq = 3                 | 3 CHAINED_TO_ANOTHER
        update ledger_event set prev_hash = repeat('a', 64) where seq = 1                 | 1 CHAINED_TO_ANOTHER
        delete from ledger_event where seq = 1                                            | 1 MISSING
        delete from ledger_event where seq = 2                                            | 2 MISSING
        delete from ledger_event where seq = 3                                            | 3 TAIL_CUT
        delete from ledger_event                                                          | 1 TAIL_CUT
        """)
    void anEventThatIsChangedOrGoneIsFound(String sql, String finding) {
        tampering.events(sql);

        assertThat(findings()).containsExactly(finding);
    }

    @Test
    void aTailThatIsCutIsFoundThoughTheCaseForgotItToo() {
        tampering.events("delete from ledger_event where seq = 3");
        tampering.headOfCase(2, tampering.hash(2));

        assertThat(findings()).containsExactly("3 TAIL_CUT");
    }

    @Test
    void aLedgerOfWhichNothingIsLeftIsFound() {
        tampering.events("delete from ledger_event");
        tampering.headOfCase(0, "0".repeat(64));

        assertThat(findings()).containsExactly("1 TAIL_CUT");
    }

    @ParameterizedTest
    @CsvSource({"1", "2", "3"})
    void aChainThatWasComputedAgainIsFoundWhereItBegins(long from) {
        tampering.events("update ledger_event set actor = 'someone' where seq = " + from);
        tampering.computeAgainFrom(from);

        assertThat(findings()).containsExactly(from + " REPLACED");
    }

    @Test
    void anEventThatWasExchangedWithItsHashIsOneFinding() {
        tampering.events("update ledger_event set actor = 'someone' where seq = 2");
        tampering.computeAgain(2);

        assertThat(findings()).containsExactly("2 REPLACED");
    }

    @Test
    void eventsThatChangedPlacesAreFound() {
        tampering.events("update ledger_event set seq = 100 where seq = 2");
        tampering.events("update ledger_event set seq = 2 where seq = 3");
        tampering.events("update ledger_event set seq = 3 where seq = 100");

        assertThat(findings()).contains("2 CHAINED_TO_ANOTHER");
    }

    @Test
    void anotherHeadInTheCaseIsFound() {
        tampering.headOfCase(3, "a".repeat(64));
        assertThat(findings()).containsExactly("3 HEAD_DIFFERS");

        tampering.headOfCase(7, tampering.hash(3));
        assertThat(findings()).containsExactly("3 HEAD_DIFFERS");
    }

    @Test
    void anEventThatTheServiceDidNotWriteIsFound() {
        tampering.append("DECIDED", "{}");

        assertThat(findings()).containsExactly("4 HEAD_MISSING");
    }

    @Test
    void aHeadThatTheServiceDidNotSignIsFound() {
        tampering.append("DECIDED", "{}");
        database.asRuntime()
                .sql("""
                        insert into witness.signed_head (case_id, seq, hash, signature, key_id, signed_at)
                        select case_id, 4, decode(:hash, 'hex'), signature, key_id, signed_at
                        from witness.signed_head
                        where case_id = :caseId and seq = 3
                        """)
                .param("hash", tampering.hash(4))
                .param("caseId", caseId)
                .update();

        assertThat(findings()).containsExactly("4 HEAD_FORGED");
    }

    @Test
    void headsThatAreGoneAreMissed() {
        tampering.heads("delete from witness.signed_head where seq >= 2");

        assertThat(findings()).containsExactly("2 HEAD_MISSING");
    }

    @Test
    void whereTheLedgerStoodWhenTheFirstHeadsWereSignedIsBelievedWithoutASignature() {
        tampering.heads("delete from witness.signed_head where seq = 1");
        tampering.heads(
                "update witness.signed_head set signature = null, key_id = null, signed_at = null where seq = 2");
        assertThat(findings()).isEmpty();

        tampering.events("update ledger_event set actor = 'someone' where seq = 1");
        tampering.computeAgainFrom(1);
        assertThat(findings()).containsExactly("2 REPLACED");
    }

    private List<String> findings() {
        JsonNode chain = window.applicant(TestWindow.ID_NUMBER)
                .get(accepted.path() + "/ledger")
                .expect(200)
                .json()
                .at("/chain");
        List<String> findings = chain.path("findings")
                .valueStream()
                .map(found -> found.path("seq").asString() + " "
                        + found.path("finding").asString())
                .toList();
        assertThat(chain.path("intact").asBoolean()).isEqualTo(findings.isEmpty());
        return findings;
    }
}
