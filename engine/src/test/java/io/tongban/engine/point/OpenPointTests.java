package io.tongban.engine.point;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tongban.engine.rule.CriterionState;
import io.tongban.engine.rule.NamedPaper;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which point of a notice tells the applicant of which point of a later look. */
class OpenPointTests {

    @ParameterizedTest(name = "told {0} {1}, found {2} {3}: {4}")
    @CsvSource({
        "photo:photo, TOLERABLE, photo:photo, TOLERABLE, true",
        "photo:photo, MISSING, photo:photo, TOLERABLE, true",
        "photo:photo, TOLERABLE, photo:photo, MISSING, false",
        "contributions, PENDING, contributions, NOT_YET, false",
        "contributions, NOT_YET, contributions, REVIEW, false",
        "contributions, REVIEW, contributions, NOT_YET, true",
        "contributions, NOT_YET, contributions, FAILED, false",
        "employment, MISSING, employment:labour-contract, MISSING, false",
        "employment:labour-contract, MISSING, employment, MISSING, false",
        "employment:labour-contract:30010001, MISSING, employment:labour-contract:30010002, MISSING, false",
        "employment:labour-contract:30010001, MISSING, employment:labour-contract, MISSING, false",
        "employment:labour-contract:123456789, MISSING, employment:labour-contract:91330100123456789X, MISSING, true",
        "address-paper:lease, MISSING, dwelling:lease, MISSING, false"
    })
    void isToldOfTheSamePointInTheSameOrAWorseState(
            String told, CriterionState toldState, String found, CriterionState foundState, boolean covered) {
        assertThat(new OpenPoint(Point.of(told), toldState).covers(new OpenPoint(Point.of(found), foundState)))
                .isEqualTo(covered);
    }

    @ParameterizedTest(name = "{0} {1}: {2}")
    @CsvSource({
        "employment:labour-contract:30010001, MISSING, true",
        "employment:labour-contract:123456789, MISSING, true",
        "employment:labour-contract:30010002, MISSING, false",
        "employment:labour-contract, MISSING, false",
        "employment:farm-contract, MISSING, false",
        "employment:labour-contract:30010001, NOT_YET, false",
        "schooling:labour-contract:30010001, MISSING, false"
    })
    void isToldOfWhatACollectiveWordStandsFor(String found, CriterionState state, boolean covered) {
        OpenPoint told = new OpenPoint(
                Point.of("employment:employment-paper"),
                CriterionState.MISSING,
                true,
                List.of(
                        new NamedPaper("labour-contract", "30010001"),
                        new NamedPaper("labour-contract", "91330100123456789X")));

        assertThat(told.covers(new OpenPoint(Point.of(found), state))).isEqualTo(covered);
    }

    @ParameterizedTest
    @CsvSource({
        "PENDING, false",
        "TOLERABLE, true",
        "MISSING, true",
        "NOT_YET, true",
        "REVIEW, false",
        "FAILED, true",
    })
    void asksOrWaits(CriterionState state, boolean asked) {
        assertThat(new OpenPoint(Point.of("photo:photo"), state).isAsked()).isEqualTo(asked);
    }

    @Test
    void isOfNothingThatIsSettled() {
        assertThatThrownBy(() -> new OpenPoint(Point.of("photo"), CriterionState.MET))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
