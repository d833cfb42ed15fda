package io.tongban.engine.verify;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the hash of an event in a case's ledger covers (docs/adr/0040).
 *
 * @param seq 1 for the first event of the case
 * @param payload the JSON text exactly as it was stored
 * @param sealedDigest SHA-256 of the encrypted personal part, in hex; null when there is none
 * @param prevHash hash of the event before; 64 zeros for the first
 */
public record ChainedEvent(
        UUID caseId,
        long seq,
        String type,
        Instant at,
        Instant businessAt,
        String actor,
        @Nullable UUID window,
        @Nullable UUID visit,
        String payload,
        @Nullable String sealedDigest,
        String prevHash) {

    /** Stands in for the hash before the first event. */
    public static final String GENESIS = "0".repeat(64);

    /** SHA-256 over the fields, a line each, the payload by its own SHA-256, absent ones as "-"; in hex. */
    public String hash() {
        return sha256(String.join(
                "\n",
                "tongban-ledger-1",
                caseId.toString(),
                Long.toString(seq),
                type,
                at.toString(),
                businessAt.toString(),
                actor,
                orDash(window),
                orDash(visit),
                sha256(payload),
                orDash(sealedDigest),
                prevHash));
    }

    /**
     * What the service signs of an event, the head of the ledger at that time (docs/adr/0142).
     *
     * @param at real instant of the signature
     */
    public static byte[] signedHead(UUID caseId, long seq, String hash, Instant at) {
        return String.join("\n", "tongban-head-1", caseId.toString(), Long.toString(seq), hash, at.toString())
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String orDash(@Nullable Object value) {
        return value == null ? "-" : value.toString();
    }

    private static String sha256(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
