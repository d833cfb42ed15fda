package io.tongban.permit.casefile;

import io.tongban.platform.crypto.Sha256;
import io.tongban.platform.test.TestDatabase;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What can be done to one case with the owner's rights, and the rights of the witness's. */
final class Tampering {

    private final TestDatabase database;
    private final JdbcClient owner;
    private final UUID caseId;

    Tampering(TestDatabase database, UUID caseId) {
        this.database = database;
        this.owner = database.asOwner();
        this.caseId = caseId;
    }

    void events(String sql) {
        unguarded("ledger_event", sql);
    }

    void row(String changes) {
        unguarded("case_file", "update case_file set " + changes);
    }

    void looks(String changes) {
        unguarded("case_check", "update case_check set " + changes);
    }

    void heads(String sql) {
        JdbcClient witness = database.asOwnerOf("witness");
        witness.sql("alter table witness.signed_head disable trigger user").update();
        try {
            witness.sql(ofTheCase(sql, "case_id")).update();
        } finally {
            witness.sql("alter table witness.signed_head enable trigger user").update();
        }
    }

    void headOfCase(long seq, String hash) {
        row("ledger_seq = " + seq + ", ledger_hash = '" + hash + "'");
    }

    String hash(long seq) {
        return owner.sql("select hash from ledger_event where case_id = :caseId and seq = :seq")
                .param("caseId", caseId)
                .param("seq", seq)
                .query(String.class)
                .single();
    }

    /** An event that fits, and the case remembers it. */
    void append(String type, String payload) {
        long last = last();
        events("""
                insert into ledger_event (case_id, seq, type, at, business_at, actor, payload, prev_hash, hash)
                select case_id, seq + 1, '%s', at, business_at, actor, '%s', hash, repeat('0', 64)
                from ledger_event
                where seq = %d""".formatted(type, payload, last));
        computeAgain(last + 1);
        headOfCase(last + 1, hash(last + 1));
    }

    /** Every hash from an event on, and the head of the case. */
    void computeAgainFrom(long seq) {
        long last = last();
        for (long each = seq; each <= last; each++) {
            if (each > seq) {
                events("update ledger_event set prev_hash = '" + hash(each - 1) + "' where seq = " + each);
            }
            computeAgain(each);
        }
        headOfCase(last, hash(last));
    }

    /** The hash of what an event says now. */
    void computeAgain(long seq) {
        String hash = owner.sql("select * from ledger_event where case_id = :caseId and seq = :seq")
                .param("caseId", caseId)
                .param("seq", seq)
                .query((row, number) -> Sha256.hex(String.join(
                        "\n",
                        "tongban-ledger-1",
                        caseId.toString(),
                        Long.toString(seq),
                        row.getString("type"),
                        row.getObject("at", OffsetDateTime.class).toInstant().toString(),
                        row.getObject("business_at", OffsetDateTime.class)
                                .toInstant()
                                .toString(),
                        row.getString("actor"),
                        Objects.toString(row.getObject("actor_window"), "-"),
                        Objects.toString(row.getObject("visit"), "-"),
                        Sha256.hex(row.getString("payload")),
                        digest(row.getBytes("sealed")),
                        row.getString("prev_hash"))))
                .single();
        events("update ledger_event set hash = '" + hash + "' where seq = " + seq);
    }

    /** The case and all that refers to it. */
    void removeCase() {
        for (String table : List.of("case_limit", "case_assessment", "case_check", "notice", "ledger_event")) {
            unguarded(table, "delete from " + table);
        }
        unguarded("case_file", "delete from case_file");
    }

    private long last() {
        return owner.sql("select max(seq) from ledger_event where case_id = :caseId")
                .param("caseId", caseId)
                .query(Long.class)
                .single();
    }

    private void unguarded(String table, String sql) {
        owner.sql("alter table " + table + " disable trigger user").update();
        try {
            owner.sql(ofTheCase(sql, table.equals("case_file") ? "id" : "case_id"))
                    .update();
        } finally {
            owner.sql("alter table " + table + " enable trigger user").update();
        }
    }

    private String ofTheCase(String sql, String column) {
        return sql + (sql.contains(" where ") || sql.contains("\nwhere ") ? " and " : " where ") + column + " = '"
                + caseId + "'";
    }

    private static String digest(byte @Nullable [] sealed) {
        return sealed == null ? "-" : Sha256.hex(sealed);
    }
}
