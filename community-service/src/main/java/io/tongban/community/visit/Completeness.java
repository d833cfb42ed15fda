package io.tongban.community.visit;

/** Whether a visit checked every criterion that was to be checked. */
enum Completeness {
    COMPLETE,
    /** Something was not checked: the visit is no notice, and the case goes on at another window. */
    PARTIAL
}
