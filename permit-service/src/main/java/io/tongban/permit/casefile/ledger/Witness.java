package io.tongban.permit.casefile.ledger;

import io.tongban.permit.casefile.ledger.LedgerEvent.Head;
import io.tongban.permit.casefile.ledger.SignedHead.Signed;
import io.tongban.platform.crypto.DetachedSignature;
import io.tongban.platform.crypto.SigningKeys;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The signed heads of all ledgers, in a schema of another owner: the service can add and read, the owner of the cases nothing. */
@Repository
class Witness {

    private final JdbcClient jdbc;
    private final SigningKeys keys;

    Witness(JdbcClient jdbc, SigningKeys keys) {
        this.jdbc = jdbc;
        this.keys = keys;
    }

    Signed sign(Head head, Instant at) {
        return new Signed(at, keys.signDetached(SignedHead.content(head, at)));
    }

    /** Whether this service signed it; what the witness took down by itself needs no signature. */
    boolean isGenuine(SignedHead head) {
        Signed signed = head.signed();
        return signed == null || keys.hasSigned(SignedHead.content(head.head(), signed.at()), signed.signature());
    }

    /** All heads of a case by sequence. */
    List<SignedHead> of(UUID caseId) {
        return jdbc.sql("""
                        select case_id, seq, hash, signature, key_id, signed_at
                        from witness.signed_head
                        where case_id = :caseId
                        order by seq
                        """).param("caseId", caseId).query(Witness::signedHead).list();
    }

    private static SignedHead signedHead(ResultSet row, int number) throws SQLException {
        Head head = new Head(
                row.getObject("case_id", UUID.class),
                row.getLong("seq"),
                HexFormat.of().formatHex(row.getBytes("hash")));
        String keyId = row.getString("key_id");
        return new SignedHead(
                head,
                keyId == null
                        ? null
                        : new Signed(
                                row.getObject("signed_at", OffsetDateTime.class).toInstant(),
                                DetachedSignature.of(keyId, row.getBytes("signature"))));
    }
}
