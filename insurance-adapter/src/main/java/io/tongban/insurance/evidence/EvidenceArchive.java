package io.tongban.insurance.evidence;

import io.tongban.insurance.record.ContributionRecord;
import io.tongban.platform.crypto.FieldEncryption;
import java.io.ByteArrayOutputStream;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the sources answered and what was handed out; rows are added and read, never changed. */
@Repository
class EvidenceArchive {

    /** Less than the longest value that is encrypted as one. */
    private static final int LONGEST_PART = 8 * 1024 * 1024;

    private final JdbcClient jdbc;
    private final FieldEncryption encryption;
    private final Clock clock;

    EvidenceArchive(JdbcClient jdbc, FieldEncryption encryption, Clock clock) {
        this.jdbc = jdbc;
        this.encryption = encryption;
        this.clock = clock;
    }

    /**
     * A record as it is kept.
     *
     * @param silences why each source was silent, as JSON
     */
    record Sealed(String jws, SentBySources sent, String silences) {

        @Override
        public String toString() {
            return "Sealed";
        }
    }

    /** @throws org.springframework.dao.DuplicateKeyException if the query has evidence already */
    void insert(QueryId query, ContributionRecord record, Sealed sealed) {
        jdbc.sql("""
                        insert into evidence (query_id, as_of, recorded_at, jws, sources, duplicate_rows, silences)
                        values (:query, :asOf, :recordedAt, :jws, :sources, :duplicateRows, cast(:silences as jsonb))
                        """)
                .param("query", query.value())
                .param("asOf", record.asOf())
                .param("recordedAt", clock.instant().atOffset(ZoneOffset.UTC))
                .param("jws", encryption.encryptLarge(sealed.jws(), context(EvidenceId.of(query)) + ":jws"))
                .param("sources", parts(query, sealed.sent().bytes()))
                .param("duplicateRows", record.duplicateRows())
                .param("silences", sealed.silences())
                .update();
    }

    /** The compact JWS as it was handed out. */
    Optional<String> jws(EvidenceId id) {
        return jdbc.sql("select jws from evidence where (id is null and query_id = :id) or id = :id")
                .param("id", id.value())
                .query(byte[].class)
                .optional()
                .map(cipher -> encryption.decryptLargeText(cipher, context(id) + ":jws"));
    }

    /** What the sources sent for the query; empty for evidence that was kept in another form, and where there is none. */
    Optional<SentBySources> sent(QueryId query) {
        return jdbc.sql("select sources from evidence where query_id = :query and sources is not null")
                .param("query", query.value())
                .query((row, number) -> (byte[][]) row.getArray("sources").getArray())
                .optional()
                .map(parts -> SentBySources.read(joined(query, parts)));
    }

    private byte[][] parts(QueryId query, byte[] whole) {
        byte[][] parts = new byte[(whole.length + LONGEST_PART - 1) / LONGEST_PART][];
        for (int part = 0; part < parts.length; part++) {
            int from = part * LONGEST_PART;
            parts[part] = encryption.encryptLarge(
                    Arrays.copyOfRange(whole, from, Math.min(whole.length, from + LONGEST_PART)),
                    context(query, part, parts.length));
        }
        return parts;
    }

    private byte[] joined(QueryId query, byte[][] parts) {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        for (int part = 0; part < parts.length; part++) {
            whole.writeBytes(encryption.decryptLarge(parts[part], context(query, part, parts.length)));
        }
        return whole.toByteArray();
    }

    private static String context(EvidenceId id) {
        return "evidence:" + id.value();
    }

    /** With their number, so that none can be cut off unseen. */
    private static String context(QueryId query, int part, int parts) {
        return context(EvidenceId.of(query)) + ":sources:" + part + "/" + parts;
    }
}
