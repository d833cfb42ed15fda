package io.tongban.permit.casefile.ledger;

import io.tongban.engine.verify.ChainedEvent;
import io.tongban.platform.crypto.Sha256;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An event at its place in a case's ledger.
 *
 * @param payload the JSON text exactly as it was stored, since the hash covers this very text
 * @param sealedDigest SHA-256 of the encrypted personal part; null when there is none
 * @param prevHash hash of the event before; 64 zeros for the first
 */
public record LedgerEvent(
        UUID caseId,
        long seq,
        String type,
        Instant at,
        Instant businessAt,
        Actor actor,
        String payload,
        @Nullable String sealedDigest,
        String prevHash,
        String hash) {

    /** Stands in for the hash before the first event. */
    public static final String GENESIS = ChainedEvent.GENESIS;

    static LedgerEvent following(
            Head head, LedgerEntry entry, Moment moment, Actor actor, String payload, @Nullable String sealedDigest) {
        LedgerEvent unsealed = new LedgerEvent(
                head.caseId(),
                head.seq() + 1,
                entry.type().name(),
                moment.at(),
                moment.businessAt(),
                actor,
                payload,
                sealedDigest,
                head.hash(),
                "");
        return unsealed.withHash(unsealed.computeHash());
    }

    /** Of a row that has the columns of {@code ledger_event}. */
    static LedgerEvent read(ResultSet row, @Nullable String sealedDigest) throws SQLException {
        return new LedgerEvent(
                row.getObject("case_id", UUID.class),
                row.getLong("seq"),
                row.getString("type"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getObject("business_at", OffsetDateTime.class).toInstant(),
                new Actor(
                        row.getString("actor"),
                        row.getObject("actor_window", UUID.class),
                        row.getObject("visit", UUID.class)),
                row.getString("payload"),
                sealedDigest,
                row.getString("prev_hash"),
                row.getString("hash"));
    }

    public String payloadDigest() {
        return Sha256.hex(payload);
    }

    /** What the hash must be. */
    String computeHash() {
        return new ChainedEvent(
                        caseId,
                        seq,
                        type,
                        at,
                        businessAt,
                        actor.subject(),
                        actor.window(),
                        actor.visit(),
                        payload,
                        sealedDigest,
                        prevHash)
                .hash();
    }

    private LedgerEvent withHash(String computed) {
        return new LedgerEvent(caseId, seq, type, at, businessAt, actor, payload, sealedDigest, prevHash, computed);
    }

    /** The last event of a case; before the first, the sequence number 0. */
    public record Head(UUID caseId, long seq, String hash) {}

    /** One moment on both clocks, in the microseconds that the database keeps. */
    record Moment(Instant at, Instant businessAt) {}
}
