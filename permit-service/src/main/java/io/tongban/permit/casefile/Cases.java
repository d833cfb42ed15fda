package io.tongban.permit.casefile;

import io.tongban.engine.standard.StandardReference;
import io.tongban.permit.casefile.CaseOrigin.FirstContact;
import io.tongban.permit.casefile.authority.AuthorityId;
import io.tongban.permit.casefile.ledger.LedgerAlarm;
import io.tongban.permit.casefile.ledger.LedgerEvent.Head;
import io.tongban.permit.casefile.ledger.RecordedHead;
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
    private final LedgerAlarm alarm;

    Cases(JdbcClient jdbc, CaseContent content, LedgerAlarm alarm) {
        this.jdbc = jdbc;
        this.content = content;
        this.alarm = alarm;
    }

    CaseId newId() {
        return new CaseId(jdbc.sql("select uuidv7()").query(UUID.class).single());
    }

    /** A case with what its ledger says at its head, in one statement. */
    public Optional<CaseFile> find(CaseId id) {
        return jdbc.sql("select " + COLUMNS + ", " + RecordedHead.COLUMNS + " from case_file " + RecordedHead.JOINS
                        + " where id = :id")
                .param("id", id.value())
                .query(this::caseFile)
                .optional();
    }

    /** Stores a new case; where its ledger begins. */
    Head insert(CaseFile opened) {
        CaseOrigin origin = opened.origin();
        FirstContact contact = origin.firstContact();
        return jdbc.sql("""
            insert into case_file (id, version, item, route, standard_version, standard_digest, person,
                responsible_authority, receiving_window, receiving_authority, opened_at, opened_by, applied_on,
                facts, last_check, status, used_version, used_digest)
            values (:id, :version, :item, :route, :standardVersion, :standardDigest, :person,
                :responsible, :window, :windowAuthority, :openedAt, :openedBy, :appliedOn,
                :facts, :check, :status, :standardVersion, :standardDigest)
            returning id, ledger_seq, ledger_hash
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
                .query(Cases::head)
                .single();
    }

    /**
     * Stores a changed case under the next version, and with that locks its row until the end of the transaction; where its
     * ledger goes on.
     *
     * @throws Problem if it is not the version any more that the caller saw
     */
    Head update(CaseFile changed) {
        return jdbc.sql("""
            update case_file
            set version = version + 1, applied_on = :appliedOn, facts = :facts, last_check = :check, status = :status,
                received_by = :receivedBy, receipt = :receipt, settle_by = :settleBy, next_look_on = :nextLookOn,
                look_not_before = :lookNotBefore, accepted_on = :acceptedOn, decision_due_on = :dueOn,
                due_on_is_provisional = :dueProvisional, review_reason = :reviewReason, review_since = :reviewSince,
                decision = :decision, decided_on = :decidedOn, decided_by = :decidedBy,
                decision_reasons = :decisionReasons, used_version = :usedVersion, used_digest = :usedDigest,
                other_check = :otherCheck, chosen_version = :chosenVersion, chosen_digest = :chosenDigest
            where id = :id and version = :version
            returning id, ledger_seq, ledger_hash
            """)
                .param("id", changed.id().value())
                .param("version", changed.version())
                .param("appliedOn", changed.look().appliedOn())
                .param("facts", content.seal(changed.id(), changed.facts()))
                .param("check", content.seal(changed.id(), changed.look()))
                .params(CaseRow.columns(changed.id(), changed.looks(), content))
                .params(CaseRow.columns(changed.id(), changed.state(), content))
                .query(Cases::head)
                .optional()
                .orElseThrow(() -> changed(changed.id()));
    }

    private Problem changed(CaseId id) {
        return jdbc.sql("select version from case_file where id = :id")
                .param("id", id.value())
                .query(Long.class)
                .optional()
                .map(Cases::changed)
                .orElseGet(Cases::unknown);
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

    /** @throws Problem if the case is not at the version that the caller saw, or not as its ledger tells */
    static void requireVersion(CaseFile found, long version) {
        if (found.version() != version) {
            throw changed(found.version());
        }
        requireAsRecorded(found);
    }

    /**
     * Lets a case pass that is as its ledger tells.
     *
     * @throws Problem {@link CaseProblem#CASE_NOT_AS_RECORDED} otherwise
     */
    public static void requireAsRecorded(CaseFile found) {
        if (!found.asRecorded()) {
            throw Problem.of(CaseProblem.CASE_NOT_AS_RECORDED);
        }
    }

    private static Problem changed(long version) {
        return Problem.of(CaseProblem.CASE_CHANGED).with("caseVersion", version);
    }

    /** What a caller hears who names a case that does not exist. */
    public static Problem unknown() {
        return Problem.of(CaseProblem.CASE_UNKNOWN);
    }

    private static Head head(ResultSet row, int number) throws SQLException {
        return new Head(row.getObject("id", UUID.class), row.getLong("ledger_seq"), row.getString("ledger_hash"));
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
        CaseFile file = new CaseFile(
                id,
                row.getLong("version"),
                origin,
                content.facts(id, row.getBytes("facts")),
                CaseRow.looks(id, item, row, content),
                CaseRow.state(id, row, content),
                true);
        List<String> differences = CaseAfter.differences(file, RecordedHead.read(row));
        if (!differences.isEmpty()) {
            alarm.differs(id.value(), differences);
        }
        return file.asRecorded(differences.isEmpty());
    }
}
