package io.tongban.engine.comparison.diff;

import io.tongban.engine.assessment.Assessment;
import io.tongban.engine.assessment.CriterionResult;
import io.tongban.engine.assessment.Facts;
import io.tongban.engine.assessment.Outcome;
import io.tongban.engine.rule.CriterionState;
import io.tongban.engine.rule.NamedPaper;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How one person fares under two versions.
 *
 * @param before null: the version has no such route
 * @param after null: the version has no such route
 */
public record Treatment(@Nullable Made before, @Nullable Made after) {

    /** An assessment beside the facts that it was made from. */
    record Made(Facts facts, Assessment assessment) {}

    /** How plainly something shows; the later the plainer. */
    enum Clarity {
        NOT_AT_ALL,
        /** The states are the same, but other papers are missing, or it is met on another day. */
        IN_DETAIL,
        STATE,
        STATE_AND_OUTCOME,
        /** All is met under the one version and not under the other. */
        ALL_MET_OR_NOT
    }

    List<Made> made() {
        return Stream.of(Optional.ofNullable(before), Optional.ofNullable(after))
                .flatMap(Optional::stream)
                .toList();
    }

    Clarity of(String criterion) {
        Optional<CriterionResult> old = result(before, criterion);
        Optional<CriterionResult> now = result(after, criterion);
        if (state(old) != state(now)) {
            return differsInOutcome() ? clarityOfOutcomes() : Clarity.STATE;
        }
        boolean sameDetail = missing(old).equals(missing(now)) && Objects.equals(metOn(old), metOn(now));
        return sameDetail ? Clarity.NOT_AT_ALL : Clarity.IN_DETAIL;
    }

    Clarity ofTheWhole() {
        if (differsInOutcome()) {
            return clarityOfOutcomes();
        }
        boolean sameDetail = before == null
                || after == null
                || (before.assessment().missing().equals(after.assessment().missing())
                        && Objects.equals(
                                before.assessment().readyOn(),
                                after.assessment().readyOn()));
        return sameDetail ? Clarity.NOT_AT_ALL : Clarity.IN_DETAIL;
    }

    /** Whether the other shows the same as plainly: by the same states of the criterion and the same outcomes. */
    boolean isLike(Treatment other, @Nullable String criterion) {
        boolean sameOutcomes = outcome(before) == outcome(other.before) && outcome(after) == outcome(other.after);
        if (criterion == null) {
            return sameOutcomes && ofTheWhole() == other.ofTheWhole();
        }
        return sameOutcomes
                && of(criterion) == other.of(criterion)
                && state(result(before, criterion)) == state(result(other.before, criterion))
                && state(result(after, criterion)) == state(result(other.after, criterion));
    }

    private Clarity clarityOfOutcomes() {
        return outcome(before) == Outcome.ELIGIBLE || outcome(after) == Outcome.ELIGIBLE
                ? Clarity.ALL_MET_OR_NOT
                : Clarity.STATE_AND_OUTCOME;
    }

    private boolean differsInOutcome() {
        return outcome(before) != outcome(after);
    }

    private static Optional<CriterionResult> result(@Nullable Made made, String criterion) {
        return made == null ? Optional.empty() : made.assessment().criterion(criterion);
    }

    /** What is not asked holds nobody up. */
    private static CriterionState state(Optional<CriterionResult> result) {
        return result.map(CriterionResult::state).orElse(CriterionState.MET);
    }

    private static List<NamedPaper> missing(Optional<CriterionResult> result) {
        return result.map(CriterionResult::missing).orElse(List.of());
    }

    private static @Nullable Object metOn(Optional<CriterionResult> result) {
        return result.map(CriterionResult::metOn).orElse(null);
    }

    private static @Nullable Outcome outcome(@Nullable Made made) {
        return made == null ? null : made.assessment().outcome();
    }
}
