package io.tongban.community.trip;

/** What was judged of a point that the notice before did not name: why it is asked only now. */
public enum Verdict {
    /** It was there to be seen. */
    BREACH,
    /** A date that the notice named has passed. */
    DATE,
    /** The source answers otherwise. */
    SOURCE,
    /** Something became visible after the notice. */
    FACT,
    /** The standard changed. */
    STANDARD
}
