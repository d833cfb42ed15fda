package io.tongban.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The rules of the alerts, as promtool reads them and as they fire on series that a test makes. */
class AlertTests {

    private static final KubernetesSerialization YAML = new KubernetesSerialization();
    private static final Path BROUGHT = Path.of("..", ".tongban", "tools", "promtool");
    private static final Path TESTS = Path.of("src", "test", "resources", "alerts");

    @TempDir
    private Path folder;

    /** Where there is no promtool, {@code ./tongban test} has said so and how to bring it. */
    @BeforeAll
    static void assumePromtool() throws InterruptedException {
        boolean there;
        try {
            there = new ProcessBuilder(promtool(), "--version")
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException absent) {
            there = false;
        }
        Assumptions.assumeTrue(there, "there is no promtool: ./deploy/bring-promtool brings it or says how");
    }

    @BeforeEach
    void renderTheRules() throws IOException {
        Files.writeString(folder.resolve("rules.json"), rules().toString());
        for (String tests : List.of("standards.yaml", "ledger.yaml", "events.yaml")) {
            Files.copy(TESTS.resolve(tests), folder.resolve(tests));
        }
    }

    @Test
    void promtoolUnderstandsThem() throws Exception {
        assertThat(run("check", "rules", "rules.json"))
                .contains("SUCCESS: " + names(rules()).size() + " rules");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"max by (namespace tongban_x) > 0", "rate(tongban_x) > 0", "tongban_x >", "sum(tongban_x[2d])"})
    void anExpressionThatIsNoneIsFound(String expression) throws Exception {
        ObjectNode rules = rules();
        ((ObjectNode) rules.at("/groups/0/rules/0")).put("expr", expression);
        Files.writeString(folder.resolve("rules.json"), rules.toString());

        assertThat(run("check", "rules", "rules.json")).contains("FAILED", "could not parse expression");
    }

    @ParameterizedTest
    @ValueSource(strings = {"standards.yaml", "ledger.yaml", "events.yaml"})
    void theyFireWhenTheyShouldAndOnlyThen(String tests) throws Exception {
        Files.writeString(folder.resolve("rules.json"), withoutTexts(rules()).toString());

        assertThat(run("test", "rules", tests)).contains("SUCCESS").doesNotContain("FAILED");
    }

    @Test
    void aTestOfAnAlertThatNeverFiresFails() throws Exception {
        ObjectNode rules = withoutTexts(rules());
        ((ObjectNode) rules.at("/groups/0/rules/0"))
                .put("expr", "max by (namespace) (tongban_standards_replicas_differing) > 1");
        Files.writeString(folder.resolve("rules.json"), rules.toString());

        assertThat(run("test", "rules", "standards.yaml")).contains("FAILED", "TongbanStandardsDiffer");
    }

    @Test
    void everyAlertIsSeenToFireAndToKeepSilent() throws IOException {
        Set<String> firing = new TreeSet<>();
        Set<String> silent = new TreeSet<>();
        for (String tests : List.of("standards.yaml", "ledger.yaml", "events.yaml")) {
            Map<?, ?> read = YAML.unmarshal(Files.readString(TESTS.resolve(tests)), Map.class);
            JsonNode cases = JsonMapper.shared().valueToTree(read).path("tests");
            cases.valueStream()
                    .flatMap(test -> test.path("alert_rule_test").valueStream())
                    .forEach(test -> (test.path("exp_alerts").isEmpty() ? silent : firing)
                            .add(test.path("alertname").asString()));
        }

        assertThat(firing).isEqualTo(names(rules())).isEqualTo(silent);
    }

    private static Set<String> names(JsonNode rules) {
        return rules.path("groups")
                .valueStream()
                .flatMap(group -> group.path("rules").valueStream())
                .map(rule -> rule.path("alert").asString())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** promtool would want every text again in each test. */
    private static ObjectNode withoutTexts(ObjectNode rules) {
        rules.path("groups")
                .valueStream()
                .flatMap(group -> group.path("rules").valueStream())
                .forEach(rule -> ((ObjectNode) rule).remove("annotations"));
        return rules;
    }

    private static ObjectNode rules() {
        String rendered = Stream.of(CompleteChart.complete()
                        .set("alerts.enabled", "true")
                        .call()
                        .split("(?m)^---$", -1))
                .filter(document -> document.contains("kind: PrometheusRule"))
                .findFirst()
                .orElseThrow();
        Map<?, ?> rule = Objects.requireNonNull(YAML.unmarshal(rendered, Map.class));
        return JsonMapper.shared().valueToTree(rule.get("spec"));
    }

    private String run(String... words) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Stream.concat(Stream.of(promtool()), Stream.of(words)).toList())
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        return output;
    }

    private static String promtool() {
        return Files.isExecutable(BROUGHT)
                ? BROUGHT.toAbsolutePath().normalize().toString()
                : "promtool";
    }
}
