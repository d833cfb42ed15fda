package io.tongban.sandbox.fault;

/**
 * A difference between what callers were told and what is stored, or something that no fault excuses.
 *
 * @param what in words, with the id that it is about
 */
public record Finding(Kind kind, String what) {

    /** What is wrong. */
    public enum Kind {
        /** Somebody was told of it, and it is not there. */
        LOST,
        /** It is there more often than somebody was told of it. */
        TWICE,
        /** The chain of a ledger does not hold, or a case is not as its ledger tells. */
        BROKEN,
        /** A request in order was refused, or a case that has everything was not accepted. */
        REFUSED,
        /** A case was received provisionally though its sources could be asked. */
        PROVISIONAL,
        /** A case that could not be brought to its decision. */
        UNFINISHED
    }

    @Override
    public String toString() {
        return kind + ": " + what;
    }
}
