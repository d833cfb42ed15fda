package io.tongban.community.visit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.tongban.community.Api;
import io.tongban.community.CommunityTest;
import io.tongban.platform.test.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;

/** What was recorded of a visit stays, by the rights of the database. */
@CommunityTest
class VisitRecordTests {

    @Autowired
    private Api api;

    @Autowired
    private TestDatabase database;

    @Autowired
    private VisitReasons reasons;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update visit set clerk = 'somebody else'",
                "delete from visit",
                "update visit_end set completeness = 'COMPLETE'",
                "update visit_end set reason = 'another'",
                "update visit_end set sealed_reason = null",
                "delete from visit_end",
                "update visit_point set state = 'MET'",
                "delete from visit_point",
                "update open_visit set clerk = 'somebody else'",
                "update open_visit set business_day = '2999-01-01'",
                "update ticket set number = 1",
                "delete from ticket",
                "delete from ticket_count",
                "update waiting_ticket set turn = 0",
                "update ticket_call set clerk = 'somebody else'",
                "delete from ticket_call",
                "update ticket_end set code = 'RETURNED'",
                "delete from ticket_end",
                "update window_finding set category = 'UNSERVED'",
                "delete from window_finding",
                "update appointment set account = 'somebody else'",
                "delete from appointment",
                "truncate visit cascade",
                "alter table visit_point disable trigger all"
            })
    void theServiceCannotRewriteIt(String statement) {
        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(() -> database.asRuntime().sql(statement).update())
                .havingRootCause()
                .withMessageMatching("(?s).*(permission denied|must be owner).*");
    }

    @Test
    void whatAClerkWritesIsKeptEncrypted() {
        String clerk = api.colleagueAtQianjiangyuan("clerk-" + UUID.randomUUID());
        String visit = cutShort(clerk);

        assertThat(reasonInTheClear(visit)).isNull();
        assertThat(new String(sealedReason(visit), StandardCharsets.UTF_8)).doesNotContain("lunch");
        assertThat(api.get("/api/v1/visits/" + visit, clerk).text("reason")).isEqualTo("lunch");
    }

    @Test
    void whatWasWrittenInTheClearIsReadAndSealed() {
        String clerk = api.colleagueAtQianjiangyuan("clerk-" + UUID.randomUUID());
        String visit = cutShort(clerk);
        database.asOwner()
                .sql("update visit_end set reason = 'an old reason', sealed_reason = null where visit_id = :id")
                .param("id", UUID.fromString(visit))
                .update();
        assertThat(api.get("/api/v1/visits/" + visit, clerk).text("reason")).isEqualTo("an old reason");

        reasons.sealWhatIsInTheClear();

        assertThat(reasonInTheClear(visit)).isNull();
        assertThat(api.get("/api/v1/visits/" + visit, clerk).text("reason")).isEqualTo("an old reason");
    }

    @Test
    void sealingChangesNothingThatIsSealed() {
        String clerk = api.colleagueAtQianjiangyuan("clerk-" + UUID.randomUUID());
        String visit = cutShort(clerk);

        database.asRuntime()
                .sql("select seal_reason_of_visit(:id, 'other'::bytea)")
                .param("id", UUID.fromString(visit))
                .query((row, number) -> number)
                .list();

        assertThat(api.get("/api/v1/visits/" + visit, clerk).text("reason")).isEqualTo("lunch");
    }

    private String cutShort(String clerk) {
        String visit = api.post("/api/v1/visits", clerk, """
                        {"window": "%s", "item": "residence-permit", "present": "APPLICANT"}
                        """.formatted(Api.QIANJIANGYUAN))
                .text("id");
        api.post("/api/v1/visits/" + visit + "/end", clerk, """
                        {"toCheck": ["identity"], "checked": [], "code": "CLOSING", "reason": "lunch"}
                        """).expect(200);
        return visit;
    }

    private @Nullable String reasonInTheClear(String visit) {
        return database.asRuntime()
                .sql("select coalesce(reason, '') from visit_end where visit_id = :id")
                .param("id", UUID.fromString(visit))
                .query(String.class)
                .optional()
                .filter(reason -> !reason.isEmpty())
                .orElse(null);
    }

    private byte[] sealedReason(String visit) {
        return database.asRuntime()
                .sql("select sealed_reason from visit_end where visit_id = :id")
                .param("id", UUID.fromString(visit))
                .query(byte[].class)
                .single();
    }

    @Test
    void nothingIsAddedToAnEndedVisit() {
        String clerk = api.colleagueAtQianjiangyuan("clerk-" + UUID.randomUUID());
        String visit = api.post("/api/v1/visits", clerk, """
                        {"window": "%s", "item": "residence-permit", "present": "APPLICANT"}
                        """.formatted(Api.QIANJIANGYUAN))
                .text("id");
        api.post("/api/v1/visits/" + visit + "/end", clerk, """
                        {"toCheck": ["identity"], "checked": [{"criterion": "identity", "state": "MET"}]}
                        """).expect(200);

        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(() -> database.asRuntime()
                        .sql("insert into visit_point (visit_id, criterion, state) values (:id, 'photo', 'MET')")
                        .param("id", UUID.fromString(visit))
                        .update())
                .withMessageContaining("has ended");
        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(() -> database.asRuntime()
                        .sql("insert into visit_end (visit_id, ended_at, ended_business_at, completeness) "
                                + "values (:id, now(), now(), 'COMPLETE')")
                        .param("id", UUID.fromString(visit))
                        .update())
                .withMessageContaining("visit_end_pk");
        assertThat(database.asRuntime()
                        .sql("select count(*) from visit_point where visit_id = :id")
                        .param("id", UUID.fromString(visit))
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }
}
