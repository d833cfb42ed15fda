package io.tongban.permit.casefile.ledger;

import io.tongban.permit.casefile.ledger.ChainVerdict.Broken;
import io.tongban.permit.casefile.ledger.ChainVerdict.Fault;
import io.tongban.permit.casefile.ledger.ChainVerdict.Intact;
import io.tongban.permit.casefile.ledger.LedgerEvent.Head;
import java.util.List;

/** Examines the hash chain of one case. */
final class LedgerChain {

    private LedgerChain() {}

    /**
     * Compares the events with each other and with the head that the case remembers.
     *
     * @param events all events of the case by sequence
     */
    static ChainVerdict examine(List<LedgerEvent> events, Head remembered) {
        String previous = LedgerEvent.GENESIS;
        long expected = 1;
        for (LedgerEvent event : events) {
            if (event.seq() != expected) {
                return new Broken(expected, Fault.MISSING);
            }
            if (!event.prevHash().equals(previous)) {
                return new Broken(expected, Fault.CHAINED_TO_ANOTHER);
            }
            if (!event.hash().equals(event.computeHash())) {
                return new Broken(expected, Fault.CONTENT_CHANGED);
            }
            previous = event.hash();
            expected++;
        }
        if (expected <= remembered.seq()) {
            return new Broken(expected, Fault.MISSING);
        }
        if (expected - 1 > remembered.seq() || !previous.equals(remembered.hash())) {
            return new Broken(expected - 1, Fault.HEAD_DIFFERS);
        }
        return new Intact(expected - 1, previous);
    }
}
