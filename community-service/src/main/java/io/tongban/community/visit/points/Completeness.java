package io.tongban.community.visit.points;

/** Whether a visit checked every criterion that was to be checked. */
public enum Completeness {
    COMPLETE,
    /** Something was not checked: the visit is no notice, and the case goes on at another window. */
    PARTIAL
}
