package io.tongban.community.finding;

/** What can be found at a window. */
public enum FindingCategory {
    /** A ticket without a visit and without an end at 24:00 of its day. */
    UNSERVED,
    /** A visit without an end at 24:00 of its day. */
    OPEN_VISIT,
    /** The window closed on somebody who had come in time, and who did not wish to go on elsewhere. */
    CUT_SHORT,
    /** Somebody was turned away because they live elsewhere. */
    RESIDENTS_ONLY,
    /** What a visit was to check is not what the standard has. */
    POINTS_DIFFER
}
