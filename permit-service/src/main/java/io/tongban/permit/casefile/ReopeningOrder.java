package io.tongban.permit.casefile;

/** Who orders that a case is taken up again. */
public enum ReopeningOrder {
    /** 行政复议决定. */
    REVIEW_DECISION,
    /** 判决. */
    JUDGMENT,
    /** 自行纠正. */
    OWN_CORRECTION
}
