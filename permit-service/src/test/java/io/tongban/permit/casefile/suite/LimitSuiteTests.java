package io.tongban.permit.casefile.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tongban.platform.cli.Console;
import io.tongban.platform.suite.SuiteCommand;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The published cases of time limits, and that each of their expectations can fail. */
class LimitSuiteTests {

    private static final Path LIMITS = Path.of("src", "test", "resources", "suites", "limits.yaml");

    private final LimitSuite suite = new LimitSuite();

    @TempDir
    private Path folder;

    @Test
    void everyPublishedCaseIsAsExpected() throws IOException {
        Answer answer = run(LIMITS);

        assertThat(answer.lines()).containsExactly(LIMITS + ": 70 of 70 as expected", "70 passed, 0 failed");
        assertThat(answer.code()).isZero();
    }

    @Test
    void changedExpectationIsPrintedWithItsCase() throws IOException {
        Path changed = Files.writeString(
                folder.resolve("limits.yaml"),
                Files.readString(LIMITS)
                        .replaceFirst(
                                Pattern.quote("reminders: ['2017-05-22', '2017-05-25']"),
                                "reminders: ['2017-05-22', '2017-05-26']"));

        Answer answer = run(changed);

        assertThat(answer.lines())
                .contains("FAILED " + changed + ":4 L001 accepted on a Friday, ends on a working Saturday")
                .anyMatch(line -> line.startsWith("  reminders: expected [2017-05-22, 2017-05-26], was ["))
                .endsWith("69 passed, 1 failed");
        assertThat(answer.code()).isEqualTo(1);
    }

    @Test
    void everyExpectationOfEveryCaseBites() throws IOException {
        int bitten = 0;
        for (Map<String, @Nullable Object> suiteCase : cases()) {
            Map<String, @Nullable Object> expected = members(suiteCase.get("expect"));
            for (String member : expected.keySet()) {
                Map<String, @Nullable Object> changed = new HashMap<>(expected);
                changed.put(member, otherThan(expected.get(member)));

                assertThat(differences(suiteCase, "expect", changed))
                        .as(suiteCase.get("id") + " " + member)
                        .hasSize(1)
                        .first()
                        .asString()
                        .startsWith(member);
                bitten++;
            }
        }
        assertThat(bitten).isGreaterThan(250);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "clock       | 8          | clock: there is no clock 8",
                "clock       | \"1\"        | clock: '1' is no number",
                "clock       |            | clock: this is missing",
                "start       |            | start: this is missing",
                "start       | \"2017-02-29\" | start: '2017-02-29' is no day",
                "suspended   | 2017-06-05 | suspended: this is no list",
                "suspended   | [[a, b]]   | suspended: 'a' is no day",
                "suspended   | [[a]]      | suspended: '[a]' is not two days in brackets",
                "unit        | DAY        | unit: 'DAY' is none of [CALENDAR_DAY, WORKING_DAY]",
                "reason      | OTHER      | reason: 'OTHER' is none of [CRITERION",
                "length      | x          | length: 'x' is no number",
                "starts      | {from: 1}  | starts.from is not known here",
                "sylenceOn   | [a]        | sylenceOn is not known here",
                "expect      |            | expect: this is missing",
                "expect      | [a]        | expect: this has no members",
                "expect      | {}         | expect: this expects nothing",
            })
    void saysWhatIsWrongWithACase(String key, @Nullable String value, String said) {
        Map<String, @Nullable Object> suiteCase = members(yaml("""
                {clock: 1, start: "2017-06-01", length: 15, unit: CALENDAR_DAY, expect: {due: "2017-06-16"}}
                """));

        assertThatThrownBy(() -> differences(suiteCase, key, value == null ? null : yaml(value)))
                .hasMessageStartingWith(said);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "permit          | {}                            | permit.issuedOn: this is missing",
                "permit          | {issuedOn: \"2017-06-16\", x: y} | permit.x is not known here",
                "received        | [x]                           | received: 'x' is no day",
                "endorsementCase | X                             | endorsementCase: 'X' is none of [O, P, A, U]",
                "notEndorsed     | STOP                          | notEndorsed: 'STOP' is none of [SUSPEND, END]",
                "notEndorsed     | [{value: END}]                | notEndorsed[1].from: this is missing",
                "notEndorsed     | [{from: \"2018-07-01\"}]        | notEndorsed[1].value: this is missing",
                "start           | 2017-06-01                    | start is not known here",
            })
    void saysWhatIsWrongWithACaseOfAPermit(String key, String value, String said) {
        Map<String, @Nullable Object> suiteCase = members(yaml("""
                {permit: {issuedOn: "2017-06-16"}, today: "2018-06-20", expect: {state: SUSPENDED}}
                """));

        assertThatThrownBy(() -> differences(suiteCase, key, yaml(value))).hasMessageStartingWith(said);
    }

    @Test
    void whatWasToldBeforeASupplementIsNotToldAgain() {
        Map<String, @Nullable Object> suiteCase = members(yaml("""
                clock: 1
                start: "2017-06-01"
                suspended: [["2017-06-20", "2017-06-27"]]
                today: "2017-07-05"
                expect:
                  due: "2017-06-23"
                  overdue:
                  - {"on": "2017-06-17", tier: district, against: holder}
                  - {"on": "2017-06-28", tier: city, against: holder}
                  - {"on": "2017-07-05", tier: city, against: holder}
                """));

        assertThat(suite.differences(Map.of(), suiteCase)).isEmpty();
    }

    @Test
    void expectationThatNoResultHasIsNeverMet() {
        Map<String, @Nullable Object> suiteCase = members(yaml("""
                {clock: 1, start: "2017-06-01", expect: {lapsedOn: null, dew: null, due: "2017-06-16"}}
                """));

        assertThat(suite.differences(Map.of(), suiteCase))
                .containsExactly("dew: expected none, but here is no such member");
    }

    private List<String> differences(Map<String, @Nullable Object> suiteCase, String key, @Nullable Object value) {
        Map<String, @Nullable Object> changed = new HashMap<>(suiteCase);
        changed.put(key, value);
        return suite.differences(Map.of(), changed);
    }

    /** Something that is expected in vain where the value is as expected. */
    private static Object otherThan(@Nullable Object value) {
        if (value instanceof Map<?, ?> members) {
            Map<String, @Nullable Object> others = new HashMap<>(members(members));
            String member = others.keySet().iterator().next();
            others.put(member, otherThan(others.get(member)));
            return others;
        }
        if (value instanceof List<?> elements) {
            List<@Nullable Object> others = new ArrayList<>(elements);
            others.add("2017-01-01");
            return others;
        }
        return value + "?";
    }

    private static List<Map<String, @Nullable Object>> cases() throws IOException {
        try (InputStream file = Files.newInputStream(LIMITS)) {
            List<?> cases = (List<?>)
                    Objects.requireNonNull(members(loader().load(file)).get("cases"));
            return cases.stream().map(LimitSuiteTests::members).toList();
        }
    }

    private static Map<String, @Nullable Object> members(@Nullable Object map) {
        Map<String, @Nullable Object> members = new HashMap<>();
        ((Map<?, ?>) Objects.requireNonNull(map)).forEach((key, value) -> members.put(String.valueOf(key), value));
        return members;
    }

    private static Object yaml(String text) {
        return loader().load(text);
    }

    private static Yaml loader() {
        return new Yaml(new SafeConstructor(new LoaderOptions()));
    }

    private record Answer(int code, List<String> lines) {}

    private static Answer run(Path file) {
        StringWriter out = new StringWriter();
        int code = Console.run(new SuiteCommand(), new PrintWriter(out), new PrintWriter(out), file.toString());
        return new Answer(code, out.toString().lines().toList());
    }
}
