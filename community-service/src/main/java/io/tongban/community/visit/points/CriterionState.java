package io.tongban.community.visit.points;

/** What a check of a criterion came to, in the words of the assessment. */
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
