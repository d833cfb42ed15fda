package io.tongban.permit.casefile;

import io.tongban.permit.casefile.ledger.CaseId;
import io.tongban.permit.casefile.ledger.LedgerEvent;
import io.tongban.permit.casefile.ledger.LedgerEvent.Head;
import org.jspecify.annotations.Nullable;

/**
 * How far the records of a case go.
 *
 * @param head the last event of its ledger
 * @param looks how many looks at it were kept
 * @param named number of the look that the case goes by; null where its row repeats it, as rows did that an earlier release wrote
 * @param asTold whether the case was read as its ledger tells; no act is taken on one that was not
 */
public record OnRecord(Head head, int looks, @Nullable Integer named, boolean asTold) {

    /** Before anything was recorded. */
    public static OnRecord none(CaseId id) {
        return new OnRecord(new Head(id.value(), 0, LedgerEvent.GENESIS), 0, null, true);
    }

    /** With the next events, and so many more looks, the last of which the case goes by. */
    OnRecord extended(Head last, int more) {
        return new OnRecord(last, looks + more, more == 0 ? named : Integer.valueOf(looks + more), asTold);
    }

    OnRecord asTold(boolean found) {
        return new OnRecord(head, looks, named, found);
    }
}
