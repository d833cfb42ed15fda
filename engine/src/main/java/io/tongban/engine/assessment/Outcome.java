package io.tongban.engine.assessment;

import io.tongban.engine.point.Mark;
import io.tongban.engine.rule.CriterionState;
import java.util.List;

/**
 * What an assessment comes to: the worst of its criteria. A criterion of which nothing that is asked binds goes to a person, and
 * counts so only where no other is left to the applicant or to a person: a breach of the windows never makes an outcome better.
 */
public enum Outcome {
    ELIGIBLE,
    PROVISIONAL,
    INCOMPLETE,
    NOT_YET,
    REVIEW,
    INELIGIBLE;

    static Outcome of(List<Counted> criteria) {
        CriterionState worst = CriterionState.MET;
        boolean unconfirmed = false;
        for (Counted counted : criteria) {
            if (counted.mark() == Mark.UNCONFIRMED) {
                unconfirmed = true;
            } else if (counted.state().compareTo(worst) > 0) {
                worst = counted.state();
            }
        }
        return unconfirmed && worst.compareTo(CriterionState.TOLERABLE) <= 0 ? REVIEW : of(worst);
    }

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
