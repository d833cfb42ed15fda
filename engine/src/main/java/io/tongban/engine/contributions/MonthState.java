package io.tongban.engine.contributions;

/** The one state of a contribution month; of several that apply the first in this order. */
public enum MonthState {
    PAID,
    PENDING,
    ARREARS,
    BACK_PAID,
    INTERRUPTED,
    TRANSFERRED,
    AGENCY,
    OTHER_AREA,
    MISSING
}
