package io.tongban.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Spectral and Redocly find nothing in the descriptions that the tests of the services have written. */
class LintTests {

    /** The modules whose tests write {@code target/openapi.json}. */
    private static final List<String> DESCRIBED =
            List.of("permit-service", "community-service", "insurance-adapter", "gateway");

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String MAKE = "/paths/~1things/post";

    /** What is changed in the clean description: rule that finds it, place, new value there; a mistake is often a lack. */
    private static final List<Mistake> MISTAKES = List.of(
            new Mistake("operation-description", MAKE + "/description", null),
            new Mistake("operation-has-a-summary", MAKE + "/summary", "\"Make a thing.\""),
            new Mistake("operation-has-a-stable-id", MAKE + "/operationId", "\"make_1\""),
            new Mistake("operation-says-who-may", MAKE + "/security", null),
            new Mistake("operation-tag-defined", MAKE + "/tags/0", "\"others\""),
            new Mistake("tag-description", "/tags/0/description", null),
            new Mistake("oas3-parameter-description", MAKE + "/parameters/0/description", null),
            new Mistake("no-argument-of-the-server", MAKE + "/parameters/0/schema/properties", "{}"),
            new Mistake("request-has-an-example", MAKE + "/requestBody/content/application~1json/examples", null),
            new Mistake("answer-has-an-example", MAKE + "/responses/201/content/application~1json/examples", null),
            new Mistake(
                    "oas3-valid-media-example",
                    MAKE + "/requestBody/content/application~1json/examples/makeThing/value/name",
                    "7"),
            new Mistake("refusal-is-a-problem", MAKE + "/responses/409/x-problem-types", null),
            new Mistake("operation-4xx-response", MAKE + "/responses/409", null),
            new Mistake("no-unused-components", "/components/schemas/Other", "{\"type\": \"object\"}"));

    @BeforeAll
    static void assumeNode() throws InterruptedException {
        Lint.assumeNode();
    }

    @Test
    void nothingIsFound() throws IOException, InterruptedException {
        List<Path> documents = DESCRIBED.stream()
                .map(module -> Path.of("..", module, "target", "openapi.json"))
                .toList();
        assertThat(documents)
                .as("written by the tests of each module, which run before these")
                .allMatch(Files::exists);
        Lint lint = Lint.of(documents);
        assertThat(lint.exitCode()).as(lint.output()).isZero();
    }

    @Test
    void everyMistakeIsFoundByItsRule(@TempDir Path folder) throws IOException, InterruptedException {
        List<Path> documents = new ArrayList<>();
        for (Mistake mistake : MISTAKES) {
            documents.add(Files.writeString(folder.resolve(mistake.rule() + ".json"), mistake.madeIn(clean())));
        }
        Lint lint = Lint.of(documents);
        assertThat(lint.exitCode()).isEqualTo(1);
        assertThat(lint.output()).contains(MISTAKES.stream().map(Mistake::rule).toList());
    }

    @Test
    void aCleanDescriptionPasses(@TempDir Path folder) throws IOException, InterruptedException {
        Lint lint = Lint.of(List.of(Files.writeString(folder.resolve("clean.json"), clean())));
        assertThat(lint.exitCode()).as(lint.output()).isZero();
    }

    /** Whoever builds has a registry of their own. */
    @Test
    void theLockNamesNoRegistry() throws IOException {
        assertThat(Files.readString(Path.of("package-lock.json")))
                .contains("\"integrity\"")
                .doesNotContain("\"resolved\"");
    }

    private static String clean() throws IOException {
        return Files.readString(Path.of("src", "test", "resources", "clean.json"));
    }

    /**
     * A mistake in a description.
     *
     * @param value JSON; null if something is left out
     */
    private record Mistake(
            String rule, String place, @Nullable String value) {

        String madeIn(String description) {
            JsonNode document = JSON.readTree(description);
            int last = place.lastIndexOf('/');
            String name = place.substring(last + 1);
            JsonNode parent = document.at(place.substring(0, last));
            if (parent instanceof ArrayNode list) {
                list.set(Integer.parseInt(name), JSON.readTree(value));
            } else if (value == null) {
                assertThat(((ObjectNode) parent).remove(name)).as(place).isNotNull();
            } else {
                ((ObjectNode) parent).set(name, JSON.readTree(value));
            }
            return document.toPrettyString();
        }
    }
}
