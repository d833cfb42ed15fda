package io.tongban.deploy.hole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.tongban.deploy.hole.VersionRange.Event;
import io.tongban.deploy.hole.VersionRange.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VersionRangeTests {

    /** In no order, as records have them. */
    private static final VersionRange TWO_LINES = new VersionRange(List.of(
            new Event(Kind.FIXED, "2.21.4"),
            new Event(Kind.INTRODUCED, "2.19.0"),
            new Event(Kind.INTRODUCED, "2.8.0"),
            new Event(Kind.FIXED, "2.18.9")));

    @ParameterizedTest
    @CsvSource({
        "2.7.9,        false",
        "2.8.0,        true",
        "2.18.8,       true",
        "2.18.9,       false",
        "2.18.10,      false",
        "2.19.0-rc1,   false",
        "2.19.0,       true",
        "2.21.4-rc1,   true",
        "2.21.3,       true",
        "2.21.4,       false",
        "2.21.4.Final, false",
        "2.100.0,      false",
    })
    void aVersionHasTheHoleFromWhereItCameUntilItWasClosed(String version, boolean hole) {
        assertThat(TWO_LINES.contains(version)).isEqualTo(hole);
    }

    @ParameterizedTest
    @CsvSource({"2.8.1, 2.18.9", "2.20.0, 2.21.4"})
    void theFirstVersionWithoutItIsTheNextOneAbove(String version, String closed) {
        assertThat(TWO_LINES.firstWithout(version)).contains(closed);
    }

    @ParameterizedTest
    @CsvSource({"0.1, true", "1.84, true", "1.84.1, false", "1.85, false"})
    void theLastAffectedVersionIsAffected(String version, boolean hole) {
        VersionRange upTo =
                new VersionRange(List.of(new Event(Kind.INTRODUCED, "0"), new Event(Kind.LAST_AFFECTED, "1.84")));

        assertThat(upTo.contains(version)).isEqualTo(hole);
        assertThat(upTo.firstWithout(version)).isEmpty();
    }

    @Test
    void aHoleThatWasNeverClosedIsInEveryVersion() {
        assertThat(new VersionRange(List.of(new Event(Kind.INTRODUCED, "0"))).contains("9999"))
                .isTrue();
    }

    @Test
    void aRangeWithoutABeginningIsNone() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new VersionRange(List.of(new Event(Kind.FIXED, "1"))))
                .withMessageContaining("introduced");
    }
}
