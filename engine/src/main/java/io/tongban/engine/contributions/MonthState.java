package io.tongban.engine.contributions;

/** The one state of a contribution month; of several that apply the first in this order. */
public enum MonthState {
    PAID,
    PENDING,
    ARREARS,
    BACK_PAID,
    INTERRUPTED,
    /** Paid by a row of a type that no list explains. */
    UNCLEAR,
    TRANSFERRED,
    AGENCY,
    OTHER_AREA,
    MISSING
}
