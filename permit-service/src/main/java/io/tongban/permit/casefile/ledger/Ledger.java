package io.tongban.permit.casefile.ledger;

import io.tongban.permit.casefile.ledger.LedgerEvent.Head;
import io.tongban.permit.casefile.ledger.LedgerEvent.Moment;
import io.tongban.permit.casefile.ledger.SignedHead.Signed;
import io.tongban.platform.clock.BusinessClock;
import io.tongban.platform.crypto.FieldEncryption;
import io.tongban.platform.crypto.Sha256;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** The events of all cases. The runtime role of the database can append and read them, no more. */
@Repository
public class Ledger {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient jdbc;
    private final Witness witness;
    private final FieldEncryption encryption;
    private final Clock systemClock;
    private final BusinessClock businessClock;

    Ledger(
            JdbcClient jdbc,
            Witness witness,
            FieldEncryption encryption,
            Clock systemClock,
            BusinessClock businessClock) {
        this.jdbc = jdbc;
        this.witness = witness;
        this.encryption = encryption;
        this.systemClock = systemClock;
        this.businessClock = businessClock;
    }

    /**
     * Appends events within the caller's transaction.
     *
     * @param head what the caller read under the lock of the case's row, so that two writers of one case wait for each other and
     *     the chain cannot fork
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void append(Head head, Actor actor, List<LedgerEntry> entries) {
        Head last = head;
        Moment moment = now();
        for (LedgerEntry entry : entries) {
            byte @Nullable [] sealed = seal(last, entry);
            LedgerEvent event = LedgerEvent.following(
                    last,
                    entry,
                    moment,
                    actor,
                    JSON.writeValueAsString(entry.payload()),
                    sealed == null ? null : Sha256.hex(sealed));
            insert(event, sealed);
            last = new Head(event.caseId(), event.seq(), event.hash());
        }
        remember(last);
    }

    /** Events after a sequence number, oldest first. */
    public List<LedgerEvent> after(UUID caseId, long seq, int limit) {
        return jdbc.sql("""
                        select case_id, seq, type, at, business_at, actor, actor_window, visit, payload, sealed, prev_hash, hash
                        from ledger_event
                        where case_id = :caseId and seq > :seq
                        order by seq
                        limit :limit
                        """)
                .param("caseId", caseId)
                .param("seq", seq)
                .param("limit", limit)
                .query(Ledger::event)
                .list();
    }

    /**
     * Examines all events of a case against the head that the case remembers and the heads of the witness, all of one moment; also
     * of a case that is not there.
     */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public ChainVerdict verify(UUID caseId) {
        Optional<Head> remembered = jdbc.sql("select id, ledger_seq, ledger_hash from case_file where id = :caseId")
                .param("caseId", caseId)
                .query(Ledger::head)
                .optional();
        return LedgerChain.examine(
                caseId, after(caseId, 0, Integer.MAX_VALUE), remembered, witness.of(caseId), witness::isGenuine);
    }

    private Moment now() {
        return new Moment(
                systemClock.instant().truncatedTo(ChronoUnit.MICROS),
                businessClock.now().toInstant().truncatedTo(ChronoUnit.MICROS));
    }

    private byte @Nullable [] seal(Head head, LedgerEntry entry) {
        String personal = entry.personal();
        return personal == null
                ? null
                : encryption.encryptLarge(
                        personal.getBytes(StandardCharsets.UTF_8),
                        "case:" + head.caseId() + ":ledger:" + (head.seq() + 1));
    }

    /** The event and its signed head, or neither. */
    private void insert(LedgerEvent event, byte @Nullable [] sealed) {
        Signed signed = witness.sign(new Head(event.caseId(), event.seq(), event.hash()), event.at());
        jdbc.sql("""
                        with head as (
                            insert into witness.signed_head (case_id, seq, hash, signature, key_id, signed_at)
                            values (:caseId, :seq, decode(:hash, 'hex'), :signature, :keyId, :at))
                        insert into ledger_event (case_id, seq, type, at, business_at, actor, actor_window, visit, payload, sealed,
                            prev_hash, hash)
                        values (:caseId, :seq, :type, :at, :businessAt, :actor, :window, :visit, :payload::json, :sealed,
                            :prevHash, :hash)
                        """)
                .param("signature", signed.signature().bytes())
                .param("keyId", signed.signature().keyId())
                .param("caseId", event.caseId())
                .param("seq", event.seq())
                .param("type", event.type())
                .param("at", event.at().atOffset(ZoneOffset.UTC))
                .param("businessAt", event.businessAt().atOffset(ZoneOffset.UTC))
                .param("actor", event.actor().subject())
                .param("window", event.actor().window())
                .param("visit", event.actor().visit())
                .param("payload", event.payload())
                .param("sealed", sealed)
                .param("prevHash", event.prevHash())
                .param("hash", event.hash())
                .update();
    }

    private void remember(Head head) {
        jdbc.sql("update case_file set ledger_seq = :seq, ledger_hash = :hash where id = :caseId")
                .param("seq", head.seq())
                .param("hash", head.hash())
                .param("caseId", head.caseId())
                .update();
    }

    private static Head head(ResultSet row, int number) throws SQLException {
        return new Head(row.getObject("id", UUID.class), row.getLong("ledger_seq"), row.getString("ledger_hash"));
    }

    private static LedgerEvent event(ResultSet row, int number) throws SQLException {
        byte @Nullable [] sealed = row.getBytes("sealed");
        return LedgerEvent.read(row, sealed == null ? null : Sha256.hex(sealed));
    }
}
