package io.tongban.engine.assessment;

import io.tongban.engine.rule.CriterionState;

/** What an assessment comes to: the worst of its criteria. */
public enum Outcome {
    ELIGIBLE,
    PROVISIONAL,
    INCOMPLETE,
    NOT_YET,
    REVIEW,
    INELIGIBLE;

    public static Outcome of(CriterionState worst) {
        return switch (worst) {
            case MET, WAIVED -> ELIGIBLE;
            case PENDING, TOLERABLE -> PROVISIONAL;
            case MISSING -> INCOMPLETE;
            case NOT_YET -> NOT_YET;
            case REVIEW -> REVIEW;
            case FAILED -> INELIGIBLE;
        };
    }
}
