package io.tongban.form;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UnitCodeTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "91339999MA2A0B1C4N",
                "91339999ma2a0b1c4n",
                "９１３３９９９９ MA2A0B1C4N",
                "91339999-MA2A0B1C-4N",
                "91339999\u00a0MA2A\u30000B1C\u20114N\u200b\n",
                "91339999\u2212MA2A0B1C4N"
            })
    void isTheSameCodeHoweverItIsWritten(String written) {
        assertThat(UnitCode.of(written)).isEqualTo(new UnitCode("91339999MA2A0B1C4N"));
    }

    @ParameterizedTest
    @CsvSource(
            value = {
                "91339999MA2A0B1C4N, 91339999MA2A0B1C4N, true",
                "MA2A0B1C-4,         91339999MA2A0B1C4N, true",
                "91339999MA2A0B1C4N, MA2A0B1C4,          true",
                // Two unified codes are never one unit, whatever they have in common.
                "91339999MA2A0B1C4N, 52339999MA2A0B1C4X, false",
                "MA2A0B1C5,          91339999MA2A0B1C4N, false",
                "A2A0B1C4,           91339999MA2A0B1C4N, false",
                "'',                 '',                 false",
                "'',                 91339999MA2A0B1C4N, false",
            })
    void namesOneUnit(String one, String other, boolean same) {
        assertThat(UnitCode.of(one).isSameUnit(UnitCode.of(other))).isEqualTo(same);
    }

    @Test
    void isEmptyWhereNothingIsWritten() {
        assertThat(UnitCode.of(" \u3000- ").isEmpty()).isTrue();
    }
}
