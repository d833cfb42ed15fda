package io.tongban.insurance.record;

/** How much a source said about one kind in a span of months. */
public enum CoverageState {
    /** Everything that was asked was read. */
    ANSWERED,
    /** The source says that it has no such person. */
    PERSON_UNKNOWN,
    /** Something that was asked was not read, for whatever reason. */
    SILENT
}
