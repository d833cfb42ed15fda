package io.tongban.engine.rule;

/** What the rules of a criterion can come to; the later in this order decides the outcome. */
public enum CriterionState {
    MET,
    WAIVED,
    PENDING,
    TOLERABLE,
    MISSING,
    NOT_YET,
    REVIEW,
    FAILED
}
