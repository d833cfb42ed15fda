package io.tongban.permit.assessment;

/** What a criterion comes to; the later in this order decides the outcome. */
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
