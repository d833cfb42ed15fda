package io.tongban.platform.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SuiteMembersTests {

    private final SuiteMembers members = SuiteMembers.of(Map.of(
            "name",
            "x",
            "flag",
            true,
            "day",
            "2017-05-08",
            "colour",
            "RED",
            "colours",
            Map.of("a", "GREEN"),
            "number",
            7,
            "steps",
            List.of(Map.of("day", "2017-02-30"), 3),
            "expect",
            Map.of()));

    @Test
    void readsWhatIsThere() {
        assertThat(members.text("name")).contains("x");
        assertThat(members.flag("flag")).isTrue();
        assertThat(members.date("day")).contains(LocalDate.of(2017, 5, 8));
        assertThat(members.word("colour", Colour.class)).contains(Colour.RED);
        assertThat(members.words("colours", Colour.class)).containsExactly(Map.entry("a", Colour.GREEN));
        assertThat(members.find("number")).contains(7);
    }

    @Test
    void readsWhatIsExpectedAsItIsWritten() {
        Map<String, Object> expected = Map.of("due", "2017-06-16");

        assertThat(SuiteMembers.of(Map.of("expect", expected)).expected().asWritten())
                .isEqualTo(expected);
    }

    @Test
    void readsWhatIsNotThereAsNothing() {
        SuiteMembers none = SuiteMembers.of(Collections.singletonMap("name", null));

        assertThat(none.text("name")).isEmpty();
        assertThat(none.flag("flag")).isFalse();
        assertThat(none.date("day")).isEmpty();
        assertThat(none.maps("steps")).isEmpty();
        assertThat(none.words("colours", Colour.class)).isEmpty();
        assertThatNoException().isThrownBy(none::refuseOthers);
    }

    @ParameterizedTest
    @MethodSource
    void saysWhereSomethingIsWrong(Consumer<SuiteMembers> reading, String told) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> reading.accept(members))
                .withMessageStartingWith(told);
    }

    static Stream<Arguments> saysWhereSomethingIsWrong() {
        return Stream.of(
                wrong(all -> all.text("number"), "number: '7' is no text"),
                wrong(all -> all.flag("name"), "name: 'x' is neither true nor false"),
                wrong(all -> all.date("name"), "name: 'x' is no day"),
                wrong(all -> all.word("name", Colour.class), "name: 'x' is none of [RED, GREEN]"),
                wrong(all -> all.words("steps", Colour.class), "steps: this has no members"),
                wrong(all -> all.maps("name"), "name: this is no list"),
                wrong(all -> all.maps("steps"), "steps[2]: this has no members"),
                wrong(all -> all.map("colours").orElseThrow().date("a"), "colours.a: 'GREEN' is no day"),
                wrong(SuiteMembers::expected, "expect: this expects nothing"),
                wrong(all -> SuiteMembers.of(Map.of()).expected(), "expect: this is missing"));
    }

    @Test
    void refusesWhatNobodyAskedFor() {
        SuiteMembers misspelt = SuiteMembers.of(Map.of("step", List.of()));
        misspelt.maps("steps");

        assertThatIllegalArgumentException()
                .isThrownBy(misspelt::refuseOthers)
                .withMessage("step is not known here; known are [steps]");
    }

    private static Arguments wrong(Consumer<SuiteMembers> reading, String told) {
        return Arguments.of(reading, told);
    }

    private enum Colour {
        RED,
        GREEN
    }
}
