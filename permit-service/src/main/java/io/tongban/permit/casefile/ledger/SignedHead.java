package io.tongban.permit.casefile.ledger;

import io.tongban.permit.casefile.ledger.LedgerEvent.Head;
import io.tongban.platform.crypto.DetachedSignature;
import java.nio.charset.StandardCharsets;
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

    /** What is signed: a line each (docs/adr/0142). */
    static byte[] content(Head head, Instant at) {
        return String.join(
                        "\n",
                        "tongban-head-1",
                        head.caseId().toString(),
                        Long.toString(head.seq()),
                        head.hash(),
                        at.toString())
                .getBytes(StandardCharsets.UTF_8);
    }
}
