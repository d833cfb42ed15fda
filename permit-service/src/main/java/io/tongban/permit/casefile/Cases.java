package io.tongban.permit.casefile;

import io.tongban.engine.standard.StandardReference;
import io.tongban.permit.casefile.CaseOrigin.FirstContact;
import io.tongban.permit.casefile.authority.AuthorityId;
import io.tongban.platform.problem.Problem;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All cases. */
@Repository
public class Cases {

    private static final String COLUMNS = """
        id, version, item, route, standard_version, standard_digest, person, responsible_authority, receiving_window,
        receiving_authority, opened_at, opened_by, facts, last_check, status, received_by, receipt, settle_by, next_look_on,
        look_not_before, accepted_on, decision_due_on, due_on_is_provisional, review_reason, review_since, decision,
        decided_on, decided_by, decision_reasons, used_version, used_digest, other_check, chosen_version, chosen_digest
        """;

    private final JdbcClient jdbc;
    private final CaseContent content;

    Cases(JdbcClient jdbc, CaseContent content) {
        this.jdbc = jdbc;
        this.content = content;
    }

    CaseId newId() {
        return new CaseId(jdbc.sql("select uuidv7()").query(UUID.class).single());
    }

    public Optional<CaseFile> find(CaseId id) {
        return jdbc.sql("select " + COLUMNS + " from case_file where id = :id")
                .param("id", id.value())
                .query(this::caseFile)
                .optional();
    }

    /** The case as the caller saw it. */
    CaseFile at(CaseId id, long version) {
        return find(id).map(found -> requireVersion(found, version)).orElseThrow(Cases::unknown);
    }

    /** The case as the caller saw it, locked until the end of the transaction. */
    CaseFile lock(CaseId id, long version) {
        return jdbc.sql("select " + COLUMNS + " from case_file where id = :id for update")
                .param("id", id.value())
                .query(this::caseFile)
                .optional()
                .map(found -> requireVersion(found, version))
                .orElseThrow(Cases::unknown);
    }

    void insert(CaseFile opened) {
        CaseOrigin origin = opened.origin();
        FirstContact contact = origin.firstContact();
        jdbc.sql("""
            insert into case_file (id, version, item, route, standard_version, standard_digest, person,
                responsible_authority, receiving_window, receiving_authority, opened_at, opened_by, applied_on,
                facts, last_check, status, used_version, used_digest)
            values (:id, :version, :item, :route, :standardVersion, :standardDigest, :person,
                :responsible, :window, :windowAuthority, :openedAt, :openedBy, :appliedOn,
                :facts, :check, :status, :standardVersion, :standardDigest)
            """)
                .param("id", opened.id().value())
                .param("version", opened.version())
                .param("item", origin.standard().item())
                .param("route", origin.route())
                .param("standardVersion", origin.standard().version())
                .param("standardDigest", origin.standard().digest())
                .param("person", origin.person())
                .param("responsible", origin.responsible().value())
                .param("window", contact.window())
                .param("windowAuthority", contact.authority().value())
                .param("openedAt", contact.at().atOffset(ZoneOffset.UTC))
                .param("openedBy", contact.clerk())
                .param("appliedOn", opened.look().appliedOn())
                .param("facts", content.seal(opened.id(), opened.facts()))
                .param("check", content.seal(opened.id(), opened.look()))
                .param("status", opened.state().status().name())
                .update();
    }

    /** Stores a changed case under the next version and returns it. */
    CaseFile update(CaseFile changed) {
        int updated = jdbc.sql("""
            update case_file
            set version = version + 1, applied_on = :appliedOn, facts = :facts, last_check = :check, status = :status,
                received_by = :receivedBy, receipt = :receipt, settle_by = :settleBy, next_look_on = :nextLookOn,
                look_not_before = :lookNotBefore, accepted_on = :acceptedOn, decision_due_on = :dueOn,
                due_on_is_provisional = :dueProvisional, review_reason = :reviewReason, review_since = :reviewSince,
                decision = :decision, decided_on = :decidedOn, decided_by = :decidedBy,
                decision_reasons = :decisionReasons, used_version = :usedVersion, used_digest = :usedDigest,
                other_check = :otherCheck, chosen_version = :chosenVersion, chosen_digest = :chosenDigest
            where id = :id and version = :version
            """)
                .param("id", changed.id().value())
                .param("version", changed.version())
                .param("appliedOn", changed.look().appliedOn())
                .param("facts", content.seal(changed.id(), changed.facts()))
                .param("check", content.seal(changed.id(), changed.look()))
                .params(CaseRow.columns(changed.id(), changed.looks(), content))
                .params(CaseRow.columns(changed.id(), changed.state(), content))
                .update();
        if (updated == 0) {
            throw Problem.of(CaseProblem.CASE_CHANGED);
        }
        return changed.atVersion(changed.version() + 1);
    }

    /**
     * Cases whose source is to be looked at, provisional or before a person, the longest waiting first; only their ids, since one
     * may be unreadable.
     */
    List<CaseId> dueForALook(LocalDate today, Instant now, int limit) {
        return jdbc.sql("""
            select id
            from case_file
            where status in ('PROVISIONAL', 'UNDER_REVIEW') and next_look_on <= :today and look_not_before <= :now
            order by next_look_on, id
            limit :limit
            """)
                .param("today", today)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("limit", limit)
                .query((row, number) -> new CaseId(row.getObject("id", UUID.class)))
                .list();
    }

    /** Leaves a case whose look failed alone for a while; nothing about the case has changed, so its version stays. */
    void postponeLook(CaseId id, Instant notBefore) {
        jdbc.sql("update case_file set look_not_before = :notBefore where id = :id and look_not_before is not null")
                .param("notBefore", notBefore.atOffset(ZoneOffset.UTC))
                .param("id", id.value())
                .update();
    }

    private static CaseFile requireVersion(CaseFile found, long version) {
        if (found.version() != version) {
            throw Problem.of(CaseProblem.CASE_CHANGED).with("version", found.version());
        }
        return found;
    }

    /** What a caller hears who names a case that does not exist. */
    public static Problem unknown() {
        return Problem.of(CaseProblem.CASE_UNKNOWN);
    }

    private CaseFile caseFile(ResultSet row, int number) throws SQLException {
        CaseId id = new CaseId(row.getObject("id", UUID.class));
        FirstContact contact = new FirstContact(
                row.getObject("receiving_window", UUID.class),
                new AuthorityId(row.getString("receiving_authority")),
                row.getString("opened_by"),
                row.getObject("opened_at", OffsetDateTime.class).toInstant());
        String item = row.getString("item");
        CaseOrigin origin = new CaseOrigin(
                new StandardReference(item, row.getString("standard_version"), row.getString("standard_digest")),
                row.getString("route"),
                row.getString("person"),
                new AuthorityId(row.getString("responsible_authority")),
                contact);
        return new CaseFile(
                id,
                row.getLong("version"),
                origin,
                content.facts(id, row.getBytes("facts")),
                CaseRow.looks(id, item, row, content),
                CaseRow.state(id, row, content));
    }
}
