package io.tongban.engine.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.engine.rule.CriterionState;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DecisionGroundsTests {

    @ParameterizedTest
    @CsvSource({
        "MET,       true,  false",
        "WAIVED,    true,  false",
        "PENDING,   true,  false",
        "TOLERABLE, false, true",
        "MISSING,   false, true",
        "NOT_YET,   false, true",
        "REVIEW,    true,  true",
        "FAILED,    false, true"
    })
    void oneCriterionDecidesWhatCanBeAnswered(CriterionState state, boolean granted, boolean refused) {
        DecisionGrounds grounds = new DecisionGrounds(Map.of("one", state));

        assertThat(grounds.againstGrant().isEmpty()).isEqualTo(granted);
        assertThat(grounds.canBeReason("one")).isEqualTo(refused);
    }

    @Test
    void namesAllThatIsOpenInTheOrderOfTheStandard() {
        Map<String, CriterionState> states = new LinkedHashMap<>();
        states.put("papers", CriterionState.MISSING);
        states.put("identity", CriterionState.MET);
        states.put("contributions", CriterionState.NOT_YET);

        assertThat(new DecisionGrounds(states).againstGrant()).containsExactly("papers", "contributions");
    }

    @Test
    void anotherStandardsCriterionIsNoReason() {
        assertThat(new DecisionGrounds(Map.of("one", CriterionState.FAILED)).canBeReason("two"))
                .isFalse();
    }
}
