package io.tongban.permit.casefile;

import io.tongban.permit.casefile.CaseState.Closed;
import io.tongban.permit.casefile.CaseState.Decidable;
import io.tongban.permit.casefile.CaseState.Decided;
import io.tongban.permit.casefile.CaseState.Live;
import io.tongban.permit.casefile.CaseState.Open;
import io.tongban.permit.casefile.CaseState.Provisional;
import io.tongban.permit.casefile.CaseState.UnderReview;
import io.tongban.permit.casefile.CaseState.Verdict;
import io.tongban.permit.deadline.ReviewReason;
import java.util.Locale;

/**
 * What can be done with a case, in which states, and by whom: docs/acts.md is this table.
 *
 * <p>The path of an act's operation ends with its name.
 */
public enum Act {
    PAPERS,
    LOOKS,
    STANDARD,
    ACCEPTANCE,
    STATEMENTS,
    REVOCATION,
    DECISION,
    REOPENING,
    WITHDRAWAL,
    DEATH;

    /** As it stands in the path and in problems. */
    public String path() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether it may be taken in this state, whatever else stands against it. */
    public boolean isAllowedIn(CaseState state) {
        return switch (this) {
            case PAPERS, LOOKS -> state instanceof Open || state instanceof Provisional || state instanceof UnderReview;
            case ACCEPTANCE -> state instanceof Open;
            case STANDARD, WITHDRAWAL, DEATH -> state instanceof Live;
            case STATEMENTS -> true;
            case REVOCATION ->
                state instanceof UnderReview review && review.reason() == ReviewReason.NOT_SETTLED_IN_TIME;
            case DECISION -> state instanceof Decidable;
            case REOPENING ->
                switch (state) {
                    case Decided decided -> decided.verdict() == Verdict.REFUSED;
                    case Closed closed -> closed.result().canBeReopened();
                    case Live live -> false;
                };
        };
    }

    /** Whether an actor of this kind may take it, within their scope; who else is told that it is not theirs. */
    public boolean isOf(ActorKind kind) {
        return switch (this) {
            case STANDARD, STATEMENTS, WITHDRAWAL ->
                switch (kind) {
                    case APPLICANT, CLERK -> true;
                    case REVIEWER -> false;
                };
            case PAPERS, ACCEPTANCE -> kind == ActorKind.CLERK;
            case REVOCATION, DECISION, REOPENING -> kind == ActorKind.REVIEWER;
            case DEATH, LOOKS ->
                switch (kind) {
                    case CLERK, REVIEWER -> true;
                    case APPLICANT -> false;
                };
        };
    }
}
