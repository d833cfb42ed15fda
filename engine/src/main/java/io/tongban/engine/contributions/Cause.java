package io.tongban.engine.contributions;

import io.tongban.engine.contributions.record.ContributionRow;

/** A row that explains why a month is not simply paid, or why a person is to look at it. */
public record Cause(Why why, ContributionRow row) {

    /** What the row does to the month. */
    public enum Why {
        /** A posted refund that takes what a unit paid in the counted areas. */
        REFUNDED,
        /** A posted reversal, likewise. */
        REVERSED,
        /** A refund or reversal that is not posted, of a unit that makes the month paid. */
        REFUND_ANNOUNCED,
        /** A posted row of a month all of whose posted rows came late. */
        POSTED_LATE,
        /** A posted row of a type that is in no list. */
        UNKNOWN_TYPE,
        /** A declaration without a payment. */
        ZERO_AMOUNT,
        /** A row of another type or state that makes nothing of the month. */
        NOT_COUNTED
    }
}
