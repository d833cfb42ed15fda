package io.tongban.engine.contributions;

/** What a source said when it was asked for one area and kind. */
public enum CoverageState {
    ANSWERED,
    /** The source says that it has no such person: an answer, with no rows. */
    PERSON_UNKNOWN,
    /** No complete answer; never the same as an empty one. */
    SILENT
}
