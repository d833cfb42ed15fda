package io.tongban.engine.suite;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.engine.document.DocumentNode;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How what a case expects is compared with what it came to. */
class DifferencesTests {

    private static final LocalDate DAY = LocalDate.of(2017, 6, 23);

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            nullValues = "?",
            value = {
                "due: 2017-06-23                               | ?",
                "due: 2017-06-24                               | due: expected 2017-06-24, was 2017-06-23",
                "due: null                                     | due: expected none, was 2017-06-23",
                "lapsedOn: null                                | ?",
                "lapsedOn: 2017-06-24                          | lapsedOn: expected 2017-06-24, was none",
                "dew: null                                     | dew: expected none, but here is no such member",
                "next: {f: 2017-06-23}                         | ?",
                "next: {f: 2017-06-24}                         | next.f: expected 2017-06-24, was 2017-06-23",
                "next: {g: 2017-06-23}                         | next.g: expected 2017-06-23, but here is no such member",
                "next: [2017-06-23]                            | next: expected [2017-06-23], was {f=2017-06-23, last=later}",
                "inOrder: [b, a]                               | ?",
                "inOrder: [a, b]                               | inOrder: expected [a, b], was [b, a]",
                "steps: [{'on': d, tier: y}, {tier: x, 'on': c}] | ?",
                "steps: [{'on': d, tier: y}]                   | steps: expected [{on=d, tier=y}], was [{on=c, tier=x}, {on=d, tier=y}]",
                "nobody: []                                    | ?",
                "nobody: [a]                                   | nobody: expected [a], was []",
            })
    void membersThatAreExpectedAreCompared(String expected, @Nullable String difference) {
        Map<String, @Nullable Object> found = new HashMap<>(Map.of(
                "due", DAY,
                "next", Map.of("f", DAY, "last", "later"),
                "inOrder", List.of("b", "a"),
                "steps", Set.of(Map.of("on", "c", "tier", "x"), Map.of("on", "d", "tier", "y")),
                "nobody", Set.of()));
        found.put("lapsedOn", null);
        Differences differences = new Differences();

        differences.compareMembers(DocumentNode.read("expect", expected), found);

        assertThat(differences.lines()).isEqualTo(difference == null ? List.of() : List.of(difference));
    }

    @Test
    void whatIsThereTwiceIsExpectedTwice() {
        Differences differences = new Differences();

        differences.compareSets("flags", List.of("a"), List.of("a", "a"));

        assertThat(differences.lines()).containsExactly("flags: expected [a], was [a, a]");
    }

    @Test
    void aNameThatIsNotExpectedDiffersInAMapOfAll() {
        Differences differences = new Differences();

        differences.compareMaps(
                "points", DocumentNode.read("points", "{a: MISSING}"), Map.of("a", "MISSING", "b", "NOT_YET"));

        assertThat(differences.lines()).containsExactly("points: expected {a=MISSING}, was {a=MISSING, b=NOT_YET}");
    }
}
