package io.tongban.permit.casefile.ledger;

/** What the examination of a case's ledger found. */
public sealed interface ChainVerdict {

    /** Every hash fits, and the last one is the one that the case remembers. */
    record Intact(long events, String head) implements ChainVerdict {}

    /** The first event that does not fit; one more than the last when the tail was cut off. */
    record Broken(long seq, Fault fault) implements ChainVerdict {}

    /** In which way an event does not fit. */
    enum Fault {
        MISSING,
        CHAINED_TO_ANOTHER,
        CONTENT_CHANGED,
        HEAD_DIFFERS
    }
}
