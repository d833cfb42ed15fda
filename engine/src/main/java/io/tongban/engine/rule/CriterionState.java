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
    FAILED;

    /** Whether nothing is left to be done: an open criterion is in any other state. */
    public boolean isSettled() {
        return switch (this) {
            case MET, WAIVED -> true;
            case PENDING, TOLERABLE, MISSING, NOT_YET, REVIEW, FAILED -> false;
        };
    }
}
