package io.tongban.insurance.evidence;

import io.tongban.insurance.record.Area;
import io.tongban.insurance.record.Identity;
import io.tongban.insurance.record.Kind;
import io.tongban.platform.crypto.BlindIndex;
import io.tongban.platform.crypto.FieldEncryption;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Every query that was made, found again by the person without the person's number being readable. */
@Repository
public class QueryRegister {

    private static final String PERSON = "insurance-person";

    private final JdbcClient jdbc;
    private final FieldEncryption encryption;
    private final BlindIndex blindIndex;
    private final Clock clock;

    QueryRegister(JdbcClient jdbc, FieldEncryption encryption, BlindIndex blindIndex, Clock clock) {
        this.jdbc = jdbc;
        this.encryption = encryption;
        this.blindIndex = blindIndex;
        this.clock = clock;
    }

    /** Puts a query on record; to be called before any source is asked. */
    public QueryId enter(AskedQuery query) {
        UUID id = jdbc.sql("select uuidv7()").query(UUID.class).single();
        String context = "contribution_query:" + id;
        Reason reason = query.reason();
        jdbc.sql("""
                        insert into contribution_query (
                            id, asked_at, caller, client, actor, purpose, case_ref,
                            person_index, id_number, name, areas, kinds, from_month)
                        values (
                            :id, :askedAt, :caller, :client, :actor, :purpose, :caseRef,
                            :personIndex, :idNumber, :name, :areas, :kinds, :fromMonth)
                        """)
                .param("id", id)
                .param("askedAt", now())
                .param("caller", reason.caller())
                .param("client", reason.client())
                .param("actor", reason.actor())
                .param("purpose", reason.purpose())
                .param("caseRef", reason.caseRef())
                .param("personIndex", index(query.identity()))
                .param("idNumber", encryption.encrypt(query.identity().number().canonical(), context + ":id_number"))
                .param("name", encryption.encrypt(query.identity().name().text(), context + ":name"))
                .param("areas", query.areas().stream().sorted().map(Area::code).toArray(String[]::new))
                .param("kinds", query.kinds().stream().sorted().map(Kind::code).toArray(String[]::new))
                .param("fromMonth", query.from().atDay(1))
                .update();
        return new QueryId(id);
    }

    /** Puts on record that a query ended in a failure of our own; only the type of the failure is kept. */
    public void enterFailure(QueryId query, RuntimeException failure) {
        jdbc.sql("""
                        insert into query_failure (query_id, failed_at, reason)
                        values (:query, :failedAt, :reason)
                        """)
                .param("query", query.value())
                .param("failedAt", now())
                .param("reason", failure.getClass().getSimpleName())
                .update();
    }

    /** All queries about a person, latest first. */
    public List<RegisteredQuery> about(Identity person) {
        return jdbc.sql("""
                        select query.id, query.asked_at, query.purpose, query.case_ref, query.actor, query.caller,
                               query.client, coalesce(evidence.id, evidence.query_id) as evidence_id
                        from contribution_query query
                        left join evidence on evidence.query_id = query.id
                        where query.person_index = :personIndex
                        order by query.asked_at desc, query.id desc
                        """)
                .param("personIndex", index(person))
                .query(QueryRegister::registered)
                .list();
    }

    private static RegisteredQuery registered(ResultSet row, int number) throws SQLException {
        @Nullable UUID evidence = row.getObject("evidence_id", UUID.class);
        Instant askedAt = row.getObject("asked_at", OffsetDateTime.class).toInstant();
        return new RegisteredQuery(
                new QueryId(row.getObject("id", UUID.class)),
                askedAt,
                new Reason(
                        row.getString("purpose"),
                        row.getString("case_ref"),
                        row.getString("actor"),
                        row.getString("caller"),
                        row.getString("client")),
                evidence == null ? null : new EvidenceId(evidence));
    }

    private String index(Identity person) {
        return blindIndex.of(PERSON, person.number().canonical());
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
