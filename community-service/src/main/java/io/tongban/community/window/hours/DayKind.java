package io.tongban.community.window.hours;

/** What a calendar day is to a window. */
public enum DayKind {
    /** Monday to Friday unless a holiday, and the make-up days on Saturdays and Sundays. */
    WORKING_DAY,
    /** Saturday or Sunday, neither holiday nor make-up day. */
    WEEKEND,
    /** A day off by the State Council's yearly notice; every window is closed. */
    HOLIDAY
}
