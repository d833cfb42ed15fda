package io.tongban.community.visit;

/** What a check of a criterion came to, in the words of the assessment. */
enum CriterionState {
    MET,
    WAIVED,
    PENDING,
    TOLERABLE,
    MISSING,
    NOT_YET,
    REVIEW,
    FAILED
}
