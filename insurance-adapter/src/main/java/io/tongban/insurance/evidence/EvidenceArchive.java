package io.tongban.insurance.evidence;

import io.tongban.insurance.record.ContributionRecord;
import io.tongban.insurance.source.Exchange;
import io.tongban.insurance.source.RawAnswer;
import io.tongban.platform.crypto.FieldEncryption;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the sources answered and what was handed out; rows are added and read, never changed. */
@Repository
class EvidenceArchive {

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
    record Sealed(String jws, String rawRows, String silences) {

        @Override
        public String toString() {
            return "Sealed";
        }
    }

    EvidenceId newId() {
        return new EvidenceId(jdbc.sql("select uuidv7()").query(UUID.class).single());
    }

    /** @throws org.springframework.dao.DuplicateKeyException if the query has evidence already */
    void insert(EvidenceId id, QueryId query, ContributionRecord record, Sealed sealed) {
        String context = "evidence:" + id.value();
        jdbc.sql("""
                        insert into evidence (
                            id, query_id, as_of, recorded_at, jws, raw_rows, duplicate_rows, silences)
                        values (
                            :id, :query, :asOf, :recordedAt, :jws, :rawRows, :duplicateRows, cast(:silences as jsonb))
                        """)
                .param("id", id.value())
                .param("query", query.value())
                .param("asOf", record.asOf())
                .param("recordedAt", utc(clock.instant()))
                .param("jws", encryption.encrypt(sealed.jws(), context + ":jws"))
                .param("rawRows", encryption.encrypt(sealed.rawRows(), context + ":raw_rows"))
                .param("duplicateRows", record.duplicateRows())
                .param("silences", sealed.silences())
                .update();
    }

    void insert(QueryId query, List<Exchange> exchanges) {
        List<UUID> ids = jdbc.sql("select uuidv7() from generate_series(1, :count)")
                .param("count", exchanges.size())
                .query(UUID.class)
                .list();
        for (int i = 0; i < exchanges.size(); i++) {
            insert(ids.get(i), query, exchanges.get(i));
        }
    }

    private void insert(UUID id, QueryId query, Exchange exchange) {
        @Nullable RawAnswer answer = exchange.answer();
        jdbc.sql("""
                        insert into source_exchange (
                            id, query_id, source, kind, year, page, asked_at, ended_at, status, raw, raw_digest, silence)
                        values (
                            :id, :query, :source, :kind, :year, :page, :askedAt, :endedAt, :status, :raw, :rawDigest, :silence)
                        """)
                .param("id", id)
                .param("query", query.value())
                .param("source", exchange.source())
                .param("kind", exchange.kind().code())
                .param("year", exchange.year())
                .param("page", exchange.page())
                .param("askedAt", utc(exchange.askedAt()))
                .param("endedAt", utc(exchange.endedAt()))
                .param("status", exchange.status())
                .param("raw", answer == null ? null : encryption.encrypt(answer.bytes(), rawContext(id)))
                .param("rawDigest", answer == null ? null : answer.digest())
                .param(
                        "silence",
                        exchange.silence() == null ? null : exchange.silence().name())
                .update();
    }

    /** The compact JWS as it was handed out. */
    Optional<String> jws(EvidenceId id) {
        return jdbc.sql("select jws from evidence where id = :id")
                .param("id", id.value())
                .query(byte[].class)
                .optional()
                .map(cipher -> encryption.decryptText(cipher, "evidence:" + id.value() + ":jws"));
    }

    private static String rawContext(UUID id) {
        return "source_exchange:" + id + ":raw";
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
