package io.tongban.community.window.hours;

/** What a window does at lunch time on working days. */
public enum Lunch {
    CLOSED,
    COVERED
}
