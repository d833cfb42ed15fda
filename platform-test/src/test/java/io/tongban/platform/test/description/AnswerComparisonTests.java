package io.tongban.platform.test.description;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An example is compared member by member; what varies must keep its form. */
class AnswerComparisonTests {

    private static final String SHOWN = """
            {"id": "0199b3a0-91c2-7d4b-9c1a-2f6e8d7b4a55", "at": "2017-06-14T01:30:00Z", "name": "lamp", "note": null,
             "parts": [{"id": "0199b3a0-91c2-7d4b-9c1a-2f6e8d7b4a55", "size": 2}]}
            """;
    private static final List<String> VARIES = List.of("/id", "/at", "/parts/*/id");

    @Test
    void anotherValueOfTheSameFormIsAsGoodWhereTheExampleVaries() {
        assertThat(differences(SHOWN)).isEmpty();
        assertThat(differences(SHOWN.replace("0199b3a0", "0199b3a1").replace("01:30:00Z", "02:00:00.123Z")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"lamp\"->\"cup\"", "2}->3}", "null->\"some\"", "2}]->2}, {}]", "\"size\"->\"length\""})
    void whatDoesNotVaryMustBeEqual(String change) {
        assertThat(differences(changed(change))).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"\"0199b3a0-91c2-7d4b-9c1a-2f6e8d7b4a55\", \"at\"->\"7\", \"at\"", "2017-06-14T01:30:00Z->soon"})
    void whatVariesMustKeepItsForm(String change) {
        assertThat(differences(changed(change))).hasSize(1);
    }

    private static String changed(String change) {
        String[] sides = change.split("->", -1);
        assertThat(SHOWN).contains(sides[0]);
        return SHOWN.replace(sides[0], sides[1]);
    }

    private static List<String> differences(String sent) {
        return AnswerComparison.differences(json(SHOWN), json(sent), VARIES);
    }

    private static JsonNode json(String text) {
        return JsonMapper.shared().readTree(text);
    }
}
