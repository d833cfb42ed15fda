package io.tongban.permit.casefile.permit;

/** How the day on which an endorsement is received lies to its window. */
public enum EndorsementTiming {
    /** Before the window: not yet, but ready on its first day. */
    TOO_EARLY,
    IN_TIME,
    /** After the window; there is no last day for this. */
    LATE
}
