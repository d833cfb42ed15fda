package io.tongban.permit.casefile.ledger;

import io.tongban.permit.casefile.ledger.LedgerEvent.Head;
import io.tongban.permit.casefile.ledger.LedgerEvent.Moment;
import io.tongban.permit.casefile.ledger.NextEvents.Next;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
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

    /** What follows the last event of a case; nothing is written. */
    public NextEvents following(Head head, Actor actor, List<LedgerEntry> entries) {
        List<Next> events = new ArrayList<>();
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
            events.add(new Next(event, sealed));
            last = headAt(event);
        }
        return new NextEvents(events);
    }

    /**
     * Appends events and their signed heads, or neither, within the caller's transaction: it holds the lock of the case's row, which
     * remembers the last of them, so that two writers of one case wait for each other and the chain cannot fork.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void append(NextEvents next) {
        LedgerEvent first = next.events().getFirst().event();
        List<Signed> signed = next.events().stream()
                .map(each -> witness.sign(headAt(each.event()), each.event().at()))
                .toList();
        jdbc.sql("""
                        with event as (
                            select *
                            from unnest(
                                cast(:seqs as bigint[]), cast(:types as text[]), cast(:payloads as text[]), cast(:sealed as bytea[]),
                                cast(:prevHashes as text[]), cast(:hashes as text[]), cast(:signatures as bytea[]),
                                cast(:keyIds as text[]))
                                as event (seq, type, payload, sealed, prev_hash, hash, signature, key_id)
                        ), head as (
                            insert into witness.signed_head (case_id, seq, hash, signature, key_id, signed_at)
                            select :caseId, seq, decode(hash, 'hex'), signature, key_id, :at from event order by seq)
                        insert into ledger_event (case_id, seq, type, at, business_at, actor, actor_window, visit, payload, sealed,
                            prev_hash, hash)
                        select :caseId, seq, type, :at, :businessAt, :actor, cast(:window as uuid), cast(:visit as uuid),
                            payload::json, sealed, prev_hash, hash
                        from event
                        order by seq
                        """)
                .param("caseId", first.caseId())
                .param("at", first.at().atOffset(ZoneOffset.UTC))
                .param("businessAt", first.businessAt().atOffset(ZoneOffset.UTC))
                .param("actor", first.actor().subject())
                .param("window", first.actor().window())
                .param("visit", first.actor().visit())
                .param(
                        "seqs",
                        next.events().stream().map(each -> each.event().seq()).toArray(Long[]::new))
                .param("types", strings(next, LedgerEvent::type))
                .param("payloads", strings(next, LedgerEvent::payload))
                .param("sealed", next.events().stream().map(Next::sealed).toArray(byte[][]::new))
                .param("prevHashes", strings(next, LedgerEvent::prevHash))
                .param("hashes", strings(next, LedgerEvent::hash))
                .param(
                        "signatures",
                        signed.stream().map(each -> each.signature().bytes()).toArray(byte[][]::new))
                .param(
                        "keyIds",
                        signed.stream().map(each -> each.signature().keyId()).toArray(String[]::new))
                .update();
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

    /** Events of one type after a sequence number with their personal parts, oldest first; those without one are left out. */
    public List<OpenedEvent> opened(UUID caseId, EventType type, long seq, int limit) {
        return jdbc.sql("""
                        select case_id, seq, type, at, business_at, actor, actor_window, visit, payload, sealed, prev_hash, hash
                        from ledger_event
                        where case_id = :caseId and seq > :seq and type = :type and sealed is not null
                        order by seq
                        limit :limit
                        """)
                .param("caseId", caseId)
                .param("type", type.name())
                .param("seq", seq)
                .param("limit", limit)
                .query((row, number) -> {
                    LedgerEvent event = event(row, number);
                    return new OpenedEvent(
                            event, encryption.decryptLargeText(row.getBytes("sealed"), sealing(caseId, event.seq())));
                })
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
                        personal.getBytes(StandardCharsets.UTF_8), sealing(head.caseId(), head.seq() + 1));
    }

    private static String sealing(UUID caseId, long seq) {
        return "case:" + caseId + ":ledger:" + seq;
    }

    private static String[] strings(NextEvents next, Function<LedgerEvent, String> column) {
        return next.events().stream().map(Next::event).map(column).toArray(String[]::new);
    }

    private static Head headAt(LedgerEvent event) {
        return new Head(event.caseId(), event.seq(), event.hash());
    }

    private static Head head(ResultSet row, int number) throws SQLException {
        return new Head(row.getObject("id", UUID.class), row.getLong("ledger_seq"), row.getString("ledger_hash"));
    }

    private static LedgerEvent event(ResultSet row, int number) throws SQLException {
        byte @Nullable [] sealed = row.getBytes("sealed");
        return LedgerEvent.read(row, sealed == null ? null : Sha256.hex(sealed));
    }
}
