package io.tongban.engine.contributions.record;

/** What a source said when it was asked for one area and kind in a span of months. */
public enum CoverageState {
    ANSWERED,
    /** The source says that it has no such person. An answer that carries rows is {@link #ANSWERED}, whatever else it says. */
    PERSON_UNKNOWN,
    /** No complete answer; never the same as an empty one. */
    SILENT
}
