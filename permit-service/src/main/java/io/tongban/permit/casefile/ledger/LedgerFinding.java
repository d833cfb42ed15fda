package io.tongban.permit.casefile.ledger;

/**
 * A break that the verification of a ledger found; one break is one finding.
 *
 * @param seq of the event where it is, or would be
 */
public record LedgerFinding(long seq, Kind kind) {

    /** What is wrong there. */
    public enum Kind {
        /** There is no such event, though a later one is there. */
        MISSING,
        /** The event does not go on from the one before it. */
        CHAINED_TO_ANOTHER,
        /** The event's hash is not that of what it says. */
        CONTENT_CHANGED,
        /** The case remembers another last event. */
        HEAD_DIFFERS,
        /** The witness has heads of events from this one on, and the ledger ends before it. */
        TAIL_CUT,
        /** The witness has another hash for the event; so it may for those that follow. */
        REPLACED,
        /** The witness has heads of a case that is not there. */
        CASE_MISSING,
        /** The witness has no head for the event. */
        HEAD_MISSING,
        /** The witness has a head that this service did not sign. */
        HEAD_FORGED
    }
}
