package io.tongban.engine.assessment;

import io.tongban.engine.rule.CriterionState;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a decision can stand on: the states of all criteria of a case when it is decided, by criterion.
 *
 * <p>A refusal names criteria that are neither met nor waived, and none that waits for a source; a grant leaves no criterion open
 * that the applicant still has to meet. What a person has to look at (REVIEW) is theirs to answer either way. Source:
 * administrative licensing law, art. 38 (a refusal gives its reasons).
 */
public record DecisionGrounds(Map<String, CriterionState> states) {

    public DecisionGrounds {
        states = Collections.unmodifiableMap(new LinkedHashMap<>(states));
    }

    public static DecisionGrounds of(Assessment assessment) {
        Map<String, CriterionState> states = new LinkedHashMap<>();
        assessment.criteria().forEach(result -> states.put(result.id(), result.state()));
        return new DecisionGrounds(states);
    }

    /** The criteria for which a case cannot be granted, in their order. */
    public List<String> againstGrant() {
        List<String> open = new ArrayList<>();
        states.forEach((criterion, state) -> {
            if (isOpen(state)) {
                open.add(criterion);
            }
        });
        return open;
    }

    /** Whether a refusal can name it; false for a criterion that is none of the case's. */
    public boolean canBeReason(String criterion) {
        @Nullable CriterionState state = states.get(criterion);
        return state != null && !state.isSettled() && state != CriterionState.PENDING;
    }

    private static boolean isOpen(CriterionState state) {
        return switch (state) {
            case MISSING, TOLERABLE, NOT_YET, FAILED -> true;
            case MET, WAIVED, PENDING, REVIEW -> false;
        };
    }
}
