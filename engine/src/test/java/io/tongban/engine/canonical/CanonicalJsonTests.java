package io.tongban.engine.canonical;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class CanonicalJsonTests {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Test
    void sortsKeysByUtf16Units() {
        // The order of RFC 8785, 3.2.3: a surrogate pair comes before U+FB33.
        assertThat(CanonicalJson.of(Map.of("\ufb33", 1, "\ud83d\ude02", 2, "€", 3, "1", 4, "\r", 5)))
                .isEqualTo("{\"\\r\":5,\"1\":4,\"€\":3,\"\ud83d\ude02\":2,\"\ufb33\":1}");
    }

    @Test
    void escapesWhatItMustAndNothingElse() {
        assertThat(CanonicalJson.of("€$\u000f\nA'B\"\\/江")).isEqualTo("\"€$\\u000f\\nA'B\\\"\\\\/江\"");
    }

    @Test
    void writesTheRestWithoutBlanks() {
        assertThat(CanonicalJson.of(Arrays.asList(null, true, 12, -3L, List.of(), Map.of())))
                .isEqualTo("[null,true,12,-3,[],{}]");
    }

    @Test
    void refusesWhatHasMoreThanOneForm() {
        assertThatThrownBy(() -> CanonicalJson.of(1.5)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> CanonicalJson.of(1L << 53)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesAnIntegerThatReadersDoNotHold() {
        assertThat(CanonicalJson.of((1L << 53) - 1)).isEqualTo("9007199254740991");
        for (long number : new long[] {1L << 53, -(1L << 53), Long.MAX_VALUE, Long.MIN_VALUE}) {
            assertThatThrownBy(() -> CanonicalJson.of(number)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\ud83d", "a\ud83db", "\ude02", "\ude02\ud83d", "\ud83d\ude02\ude02"})
    void refusesHalfACharacter(String text) {
        assertThatThrownBy(() -> CanonicalJson.of(text)).hasMessageContaining("half of a character");
        assertThatThrownBy(() -> CanonicalJson.of(Map.of(text, 1))).hasMessageContaining("half of a character");
    }

    /** The published vectors of the scheme, without the one on decimals, which have no form here. */
    @ParameterizedTest
    @CsvSource(
            delimiterString = " -> ",
            quoteCharacter = '`',
            value = {
                "[ 56, { \"d\": true, \"10\": null, \"1\": [ ] } ] -> [56,{\"1\":[],\"10\":null,\"d\":true}]",
                "{ \"peach\": \"This sorting order\", \"péché\": \"is wrong according to French\","
                        + " \"pêche\": \"but canonicalization MUST\", \"sin\":   \"ignore locale\" }"
                        + " -> {\"peach\":\"This sorting order\",\"péché\":\"is wrong according to French\","
                        + "\"pêche\":\"but canonicalization MUST\",\"sin\":\"ignore locale\"}",
                "{ \"1\": {\"f\": {\"f\": \"hi\",\"F\": 5} ,\"\\n\": 56}, \"10\": { }, \"\": \"empty\", \"a\": { },"
                        + " \"111\": [ {\"e\": \"yes\",\"E\": \"no\" } ], \"A\": { } }"
                        + " -> {\"\":\"empty\",\"1\":{\"\\n\":56,\"f\":{\"F\":5,\"f\":\"hi\"}},\"10\":{},"
                        + "\"111\":[{\"E\":\"no\",\"e\":\"yes\"}],\"A\":{},\"a\":{}}",
                "{ \"Unnormalized Unicode\":\"A\\u030a\" } -> {\"Unnormalized Unicode\":\"A\u030a\"}",
                "{ \"\\u20ac\": \"Euro Sign\", \"\\r\": \"Carriage Return\", \"\\u000a\": \"Newline\", \"1\": \"One\","
                        + " \"\\u0080\": \"Control\\u007f\", \"\\ud83d\\ude02\": \"Smiley\","
                        + " \"\\u00f6\": \"Latin Small Letter O With Diaeresis\","
                        + " \"\\ufb33\": \"Hebrew Letter Dalet With Dagesh\", \"</script>\": \"Browser Challenge\" }"
                        + " -> {\"\\n\":\"Newline\",\"\\r\":\"Carriage Return\",\"1\":\"One\","
                        + "\"</script>\":\"Browser Challenge\",\"\u0080\":\"Control\u007f\","
                        + "\"ö\":\"Latin Small Letter O With Diaeresis\",\"€\":\"Euro Sign\","
                        + "\"\ud83d\ude02\":\"Smiley\",\"\ufb33\":\"Hebrew Letter Dalet With Dagesh\"}",
            })
    void givesWhatThePublishedVectorsGive(String json, String canonical) {
        assertThat(CanonicalJson.of(JSON.readValue(json, Object.class))).isEqualTo(canonical);
    }

    @Test
    void digestsTheBytesOfUtf8() {
        assertThat(CanonicalJson.digest(""))
                .isEqualTo("sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    }
}
