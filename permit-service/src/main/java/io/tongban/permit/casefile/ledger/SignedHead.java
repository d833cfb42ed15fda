package io.tongban.permit.casefile.ledger;

import io.tongban.engine.verify.ChainedEvent;
import io.tongban.permit.casefile.ledger.LedgerEvent.Head;
import io.tongban.platform.crypto.DetachedSignature;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where a ledger stood, as the witness has it.
 *
 * @param signed null where the ledger stood when the first heads were signed: the witness took that down by itself
 */
record SignedHead(Head head, @Nullable Signed signed) {

    /** The service's signature, and when it was made. */
    record Signed(Instant at, DetachedSignature signature) {}

    /** What is signed. */
    static byte[] content(Head head, Instant at) {
        return ChainedEvent.signedHead(head.caseId(), head.seq(), head.hash(), at);
    }
}
