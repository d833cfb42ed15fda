package io.tongban.engine.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tongban.engine.document.DocumentInvalid;
import io.tongban.engine.document.DocumentNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExpressionsTests {

    private final Expressions facts =
            Expressions.over(Arrays.asList(Fact.values())).with(Map.of("settings.months", FactType.NUMBER));

    @Test
    void saysWhichFactsAndSettingsAnExpressionReads() {
        Expression expression =
                compiled("contributions.counted >= settings.months && !('photo' in papers.lacking) || identity.valid");

        assertThat(expression.names())
                .containsExactlyInAnyOrder(
                        "contributions.counted", "settings.months", "papers.lacking", "identity.valid");
    }

    @Test
    void readsNothingInAConstant() {
        assertThat(compiled("size(['a', 'b']) == 1 + 1").names()).isEmpty();
    }

    @Test
    void saysTheNumbersBesideWhatDiffersFromPersonToPerson() {
        Expressions withSettings = facts.with(Map.of("settings.years", FactType.NUMBER), Map.of("settings.years", 60L));

        assertThat(compiled(
                                withSettings,
                                "identity.bornOn.plusMonths(12 * settings.years).plusDays(1).isBefore(appliedOn)")
                        .numbers())
                .containsExactlyInAnyOrder(720L, 1L);
        assertThat(compiled(withSettings, "contributions.counted + 3 > settings.years && '12' in papers.lacking")
                        .numbers())
                .containsExactlyInAnyOrder(3L, 60L);
        assertThat(compiled(withSettings, "contributions.counted in [1, 2] || settings.years > 7")
                        .numbers())
                .as("a condition that is the same for everybody compares nobody")
                .containsExactlyInAnyOrder(1L, 2L);
    }

    @Test
    void saysWhetherMonthsAreAddedToADate() {
        assertThat(compiled("appliedOn.plusMonths(1).isBefore(appliedOn)").addsMonths())
                .isTrue();
        assertThat(compiled("appliedOn.plusDays(31).isBefore(appliedOn)").addsMonths())
                .isFalse();
    }

    @Test
    void tellsWhichSidesOfAConditionDecide() {
        Sides sides = new Sides();
        Expression condition = compiled(
                Expressions.over(List.of(Fact.values())).telling(sides),
                "identity.valid && (residence.registered || residence.waived || contributions.counted > 3)");
        FactValues facts = FactValues.none()
                .with(Fact.IDENTITY_VALID, true)
                .with(Fact.RESIDENCE_REGISTERED, false)
                .with(Fact.RESIDENCE_WAIVED, true);

        assertThat(condition.holds(new Evaluation(facts, 0))).isTrue();

        assertThat(sides.all())
                .extracting(Sides.Side::text)
                .containsExactlyInAnyOrder(
                        "identity.valid",
                        "residence.registered || residence.waived || contributions.counted > 3",
                        "residence.registered",
                        "residence.waived",
                        "contributions.counted > 3");
        assertThat(sides.undecided())
                .extracting(Sides.Side::text)
                .doesNotContain("residence.waived")
                .hasSize(4);
    }

    @ParameterizedTest
    @ValueSource(strings = {"(", "[", "!(", "{1: ", "identity.valid ? 1 : ", "size(['"})
    void refusesWhatIsNestedDeeperThanAnybodyReads(String opening) {
        String source = opening.repeat(100) + "1";

        assertThatThrownBy(() -> compiled(source))
                .isInstanceOf(DocumentInvalid.class)
                .hasMessageContaining("nested deeper than 32 levels");
    }

    @Test
    void compilesTheDeepestOnTheStackOfARequestAndRefusesTheLongest() throws InterruptedException {
        List<Throwable> failures = Collections.synchronizedList(new ArrayList<>());
        Thread small = new Thread(
                null,
                () -> {
                    compiled("!(".repeat(32) + "identity.valid" + ")".repeat(32));
                    assertThatThrownBy(() -> compiled("1" + " + 1".repeat(990) + " == 0"))
                            .isInstanceOf(DocumentInvalid.class);
                    compiled("1" + " + 1".repeat(100) + " == 0");
                    compiled("!".repeat(3_000) + "identity.valid");
                },
                "small stack",
                512 << 10);
        small.setUncaughtExceptionHandler((thread, failure) -> failures.add(failure));
        small.start();
        small.join();

        assertThat(failures).isEmpty();
        assertThatThrownBy(() -> compiled("1" + " + 1".repeat(1_000)))
                .isInstanceOf(DocumentInvalid.class)
                .hasMessageContaining("more than 4000 characters");
    }

    private static Expression compiled(Expressions known, String source) {
        return known.compiled(
                DocumentNode.read("test.yaml", "when: \"" + source + "\"").get("when"));
    }

    private Expression compiled(String source) {
        return facts.compiled(
                DocumentNode.read("test.yaml", "when: \"" + source + "\"").get("when"));
    }
}
