package io.tongban.permit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The request and the answer that the README shows are those of the example of {@code assess}, which a test sends. */
class ReadmeTests {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Pattern BLOCK = Pattern.compile("(?s)```json\n(.*?)```");

    @Test
    void showsARequestAndItsAnswerAsTheyAre() throws IOException {
        List<JsonNode> shown = BLOCK.matcher(Files.readString(Path.of("..", "README.md")))
                .results()
                .map(block -> JSON.readTree(block.group(1)))
                .toList();
        JsonNode example = example();

        assertThat(shown).hasSize(2);
        assertThat(shown.getFirst()).isEqualTo(example.at("/request/body"));
        assertThat(holds(example.at("/answer/body"), shown.getLast()))
                .as("the answer, of which members and elements may be left out")
                .isTrue();
    }

    @Test
    void noticesAnotherValue() {
        JsonNode answer = JSON.readTree("{\"a\": [{\"b\": 1, \"c\": 2}, {\"b\": 3}]}");

        assertThat(holds(answer, JSON.readTree("{\"a\": [{\"b\": 3}]}"))).isTrue();
        assertThat(holds(answer, JSON.readTree("{\"a\": [{\"b\": 2}]}"))).isFalse();
        assertThat(holds(answer, JSON.readTree("{\"d\": 1}"))).isFalse();
    }

    private static boolean holds(JsonNode whole, JsonNode part) {
        if (part.isObject()) {
            return whole.isObject()
                    && part.propertyStream().allMatch(member -> holds(whole.path(member.getKey()), member.getValue()));
        }
        if (part.isArray()) {
            return whole.isArray()
                    && part.valueStream()
                            .allMatch(element -> whole.valueStream().anyMatch(other -> holds(other, element)));
        }
        return whole.equals(part);
    }

    private static JsonNode example() throws IOException {
        try (InputStream file =
                Objects.requireNonNull(ReadmeTests.class.getResourceAsStream("/openapi/assess.json"), "the example")) {
            return JSON.readTree(file);
        }
    }
}
