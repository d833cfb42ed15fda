package io.tongban.sandbox.fault;

/** What came of a case when its clerk and its reviewer had done what they could. */
public enum Course {
    /** Accepted at once and granted. */
    GRANTED,
    /** Received provisionally: a source was silent. */
    WAITS,
    /** Something was refused that should not have been, or nobody was told what became of it. */
    BROKEN_OFF
}
