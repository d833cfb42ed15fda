package io.tongban.engine.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** The one textual form of a paper. */
class NamedPaperTests {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @ParameterizedTest
    @ValueSource(strings = {"photo", "labour-contract:30010001", "labour-contract:", "labour-contract:A:1#2"})
    void isReadAsItIsWritten(String text) {
        assertThat(NamedPaper.of(text)).hasToString(text);
        assertThat(NamedPaper.of(NamedPaper.of(text).toString())).isEqualTo(NamedPaper.of(text));
    }

    @Test
    void takesTheUnitFromTheFirstColonOn() {
        assertThat(NamedPaper.of("photo")).isEqualTo(new NamedPaper("photo"));
        assertThat(NamedPaper.of("labour-contract:A:1")).isEqualTo(new NamedPaper("labour-contract", "A:1"));
    }

    @Test
    void isATextInJson() {
        NamedPaper contract = new NamedPaper("labour-contract", "30010001");

        assertThat(JSON.writeValueAsString(contract)).isEqualTo("\"labour-contract:30010001\"");
        assertThat(JSON.readValue("\"labour-contract:30010001\"", NamedPaper.class))
                .isEqualTo(contract);
    }

    @Test
    void isSortedAsItsTextIs() {
        List<String> texts = List.of("a", "a-b", "a-b:1", "a:1", "b");

        assertThat(texts).isSorted();
        assertThat(texts.reversed().stream().map(NamedPaper::of).sorted().map(NamedPaper::toString))
                .isEqualTo(texts);
    }

    @Test
    void refusesAKindThatReadsAsAUnit() {
        assertThatThrownBy(() -> new NamedPaper("labour-contract:30010001", null))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
