package io.tongban.permit.casefile;

import io.tongban.engine.standard.StandardReference;
import io.tongban.permit.casefile.CaseOrigin.FirstContact;
import io.tongban.permit.casefile.CaseState.Open;
import io.tongban.permit.casefile.authority.AuthorityId;
import io.tongban.permit.casefile.ledger.CaseId;
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
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All cases. */
@Repository
public class Cases {

    private static final String COLUMNS = """
        id, version, item, route, case_file.standard_version, case_file.standard_digest, person, responsible_authority, receiving_window,
        receiving_authority, opened_at, opened_by, case_file.facts, last_check, status, received_by, receipt, settle_by, next_look_on,
        look_not_before, accepted_on, decision_due_on, due_on_is_provisional, review_reason, review_since, decision,
        decided_on, decided_by, decision_reasons, closed_result, closed_on, goes_on_in, visited_on, used_version, used_digest, other_check,
        chosen_version, chosen_digest,
        """ + CaseRow.LOOK_COLUMNS;

    private final JdbcClient jdbc;
    private final CaseContent content;
    private final LedgerAlarm alarm;

    Cases(JdbcClient jdbc, CaseContent content, LedgerAlarm alarm) {
        this.jdbc = jdbc;
        this.content = content;
        this.alarm = alarm;
    }

    public CaseId newId() {
        return new CaseId(jdbc.sql("select uuidv7()").query(UUID.class).single());
    }

    /** A case with what its ledger says at its head, in one statement. */
    public Optional<CaseFile> find(CaseId id) {
        return jdbc.sql("select " + COLUMNS + ", " + RecordedHead.COLUMNS + " from case_file " + CaseRow.LOOK_JOINS
                        + RecordedHead.JOINS
                        + " where id = :id")
                .param("id", id.value())
                .query(this::caseFile)
                .optional();
    }

    /**
     * Lets nobody else change the row until the end of the transaction. A statement of its own: one that also reads the ledger would wait with
     * the ledger of before.
     */
    void lock(CaseId id) {
        jdbc.sql("select 1 from case_file where id = :id for update")
                .param("id", id.value())
                .query(Integer.class)
                .optional();
    }

    /** The live case of the person and the item. */
    Optional<CaseId> live(CaseOrigin origin) {
        return jdbc.sql("""
            select id
            from case_file
            where person = :person and item = :item and alone and decision is null and closed_result is null
            """)
                .param("person", origin.person())
                .param("item", origin.standard().item())
                .query((row, number) -> new CaseId(row.getObject("id", UUID.class)))
                .optional();
    }

    /**
     * Stores a new case.
     *
     * @throws OtherCaseIsLive if the person has a live case of the item
     */
    void insert(CaseFile opened) {
        CaseOrigin origin = opened.origin();
        FirstContact contact = origin.firstContact();
        OnRecord records = opened.records();
        written(jdbc.sql("""
            insert into case_file (id, version, item, route, standard_version, standard_digest, person,
                responsible_authority, receiving_window, receiving_authority, opened_at, opened_by, applied_on,
                look_number, status, visited_on, used_version, used_digest, ledger_seq, ledger_hash)
            values (:id, :version, :item, :route, :standardVersion, :standardDigest, :person,
                :responsible, :window, :windowAuthority, :openedAt, :openedBy, :appliedOn,
                :look, :status, :visitedOn, :standardVersion, :standardDigest, :seq, :hash)
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
                .param("look", records.named())
                .param("status", opened.state().status().name())
                .param("visitedOn", opened.state() instanceof Open open ? open.visitedOn() : null)
                .param("seq", records.head().seq())
                .param("hash", records.head().hash()));
    }

    /** The one key beside its id that a row can repeat is that of live cases. */
    private static int written(JdbcClient.StatementSpec row) {
        try {
            return row.update();
        } catch (DuplicateKeyException other) {
            throw new OtherCaseIsLive(other);
        }
    }

    /** The person has a live case of the item, and another one would stand beside it. */
    static final class OtherCaseIsLive extends RuntimeException {

        private OtherCaseIsLive(DuplicateKeyException cause) {
            super("the person has a live case of the item", cause);
        }
    }

    /**
     * Stores a changed case, and with that locks its row until the end of the transaction.
     *
     * @param seen as it was before
     * @param after at the next version, with the last event that the ledger is about to have
     * @throws Problem if it is not the version any more that the caller saw
     * @throws OtherCaseIsLive if the case becomes live again while the person has another live one of the item
     */
    void update(CaseFile seen, CaseFile after) {
        int updated = written(jdbc.sql("""
            update case_file
            set version = :version, applied_on = :appliedOn, look_number = :look,
                facts = case when cast(:look as integer) is null then facts end,
                last_check = :repeatedCheck, other_check = :repeatedOther, status = :status,
                received_by = :receivedBy, receipt = :receipt, settle_by = :settleBy, next_look_on = :nextLookOn,
                look_not_before = :lookNotBefore, accepted_on = :acceptedOn, decision_due_on = :dueOn,
                due_on_is_provisional = :dueProvisional, review_reason = :reviewReason, review_since = :reviewSince,
                decision = :decision, decided_on = :decidedOn, decided_by = :decidedBy,
                decision_reasons = case when :decisionReasons::bytea is not null then coalesce(decision_reasons, :decisionReasons) end,
                closed_result = :closedResult, closed_on = :closedOn,
                goes_on_in = :goesOnIn, visited_on = :visitedOn, used_version = :usedVersion, used_digest = :usedDigest,
                other_version = :otherVersion, chosen_version = :chosenVersion, chosen_digest = :chosenDigest,
                ledger_seq = :seq, ledger_hash = :hash
            where id = :id and version = :seenVersion and ledger_seq = :seenSeq and ledger_hash = :seenHash
            """)
                .param("id", after.id().value())
                .param("version", after.version())
                .param("seenVersion", seen.version())
                .param("seenSeq", seen.records().head().seq())
                .param("seenHash", seen.records().head().hash())
                .param("seq", after.records().head().seq())
                .param("hash", after.records().head().hash())
                .param("appliedOn", after.look().appliedOn())
                .params(CaseRow.columns(after, content))
                .params(CaseRow.columns(after.id(), after.state(), content)));
        if (updated == 0) {
            throw changed(after.id());
        }
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
     * Cases whose source is to be looked at, provisional or before a person, those first that could have been looked at the longest
     * ago, so that none that is put off again and again keeps others from their turn; only their ids, since one may be unreadable.
     */
    public List<CaseId> dueForALook(LocalDate today, Instant now, int limit) {
        return jdbc.sql("""
            select id
            from case_file
            where status in ('PROVISIONAL', 'UNDER_REVIEW') and next_look_on <= :today and look_not_before <= :now
            order by look_not_before, id
            limit :limit
            """)
                .param("today", today)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("limit", limit)
                .query((row, number) -> new CaseId(row.getObject("id", UUID.class)))
                .list();
    }

    /** Leaves a case whose look failed alone for a while; nothing about the case has changed, so its version stays. */
    public void postponeLook(CaseId id, Instant notBefore) {
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

    private CaseFile caseFile(ResultSet row, int number) throws SQLException {
        CaseId id = new CaseId(row.getObject("id", UUID.class));
        if (CaseRow.lacksItsLook(row)) { // of such a case nothing can be shown
            alarm.differs(id.value(), List.of("look"));
            throw Problem.of(CaseProblem.CASE_NOT_AS_RECORDED);
        }
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
                CaseRow.facts(id, row, content),
                CaseRow.looks(id, item, row, content),
                CaseRow.state(id, row, content),
                new OnRecord(
                        new Head(id.value(), row.getLong("ledger_seq"), row.getString("ledger_hash")),
                        row.getInt("looks_kept"),
                        row.getObject("look_number", Integer.class),
                        true));
        List<String> differences = CaseAfter.differences(file, RecordedHead.read(row));
        if (!differences.isEmpty()) {
            alarm.differs(id.value(), differences);
        }
        return file.with(file.records().asTold(differences.isEmpty()));
    }
}
