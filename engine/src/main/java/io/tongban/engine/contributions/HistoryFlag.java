package io.tongban.engine.contributions;

/** What is worth saying about a month or a record beside its state. */
public enum HistoryFlag {
    FUTURE_MONTH,
    IMPOSSIBLE_TRANSFER_KIND,
    REFUND,
    REFUND_ANNOUNCED,
    REVERSED,
    OVERLAP_EMPLOYERS,
    OVERLAP_TRANSFER,
    POSTED_LATE,
    BACKPAY,
    UNKNOWN_TYPE,
    TRANSFER_IN,
    UNEMPLOYMENT_AGENCY_PAID,
    OUT_OF_SCOPE_AREA,
    ZERO_AMOUNT,
    UNPLACED,
    DUPLICATE_ROW,
    RUN_NOT_CURRENT
}
