package io.tongban.engine.expression;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.engine.document.DocumentNode;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;

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

    private Expression compiled(String source) {
        return facts.compiled(
                DocumentNode.read("test.yaml", "when: \"" + source + "\"").get("when"));
    }
}
