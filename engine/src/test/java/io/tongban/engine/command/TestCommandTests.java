package io.tongban.engine.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.engine.EngineCommand;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TestCommandTests {

    private static final Path STANDARDS = Path.of("..", "standards");
    private static final String HEAD = "standard: residence-permit\nversion: R1\nroute: employment\ncases:\n";

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    @TempDir
    private Path folder;

    @Test
    void publishedSuitesPass() {
        int exit = run(STANDARDS.toString());

        assertThat(lines()).last().isEqualTo("716 passed, 0 failed");
        assertThat(exit).isZero();
    }

    @Test
    void printsEveryDifferenceAndFails() throws IOException {
        Path suite = suite(HEAD + """
                - id: X
                  title: nothing is as expected
                  appliedOn: "2017-05-08"
                  residence: {}
                  records: []
                  expect: {outcome: ELIGIBLE, contributions: MET, counted: 12, first: "2016-05", readyOn: "2017-05-08", missing: []}
                - id: Y
                  title: all is
                  appliedOn: "2017-05-08"
                  records: []
                  expect: {contributions: FAILED, first: null, readyOn: null, through: null}
                """);

        int exit = run(suite.toString());

        assertThat(lines())
                .contains(
                        "FAILED " + suite + ":5 X nothing is as expected",
                        "  outcome: expected ELIGIBLE, was INELIGIBLE",
                        "  criteria.contributions: expected MET, was FAILED",
                        "  counted: expected 12, was 0",
                        "  first: expected 2016-05, was none",
                        "  readyOn: expected 2017-05-08, was none",
                        "  missing: expected [], was [residence-registration]")
                .last()
                .isEqualTo("1 passed, 1 failed");
        assertThat(exit).isEqualTo(1);
    }

    @Test
    void namesFileLineAndRemedyOfAMistake() throws IOException {
        Path suite = suite(HEAD + """
                - id: X
                  appliedOn: "2017-05-08"
                  recrods: []
                  expect: {outcome: ELIGIBLE}
                - id: Y
                  appliedOn: "2017-05-08"
                  settings: {contributions.gapMonth: 2}
                  records: []
                  expect: {outcome: ELIGIBLE}
                - id: Z
                  appliedOn: "2017-05-08"
                  papers:
                  - {kind: leese}
                  records: []
                  expect: {outcome: ELIGIBLE}
                """);

        int exit = run(suite.toString());

        assertThat(lines())
                .contains(
                        "  " + suite + ":7: unknown key 'recrods' in cases[1]",
                        "  remedy: write 'records', or take the key out",
                        "  " + suite + ":11: the standard has no setting 'contributions.gapMonth'",
                        "  remedy: write 'contributions.gapMonths'",
                        "  " + suite + ":17: the standard knows no paper 'leese'",
                        "  remedy: write 'lease'")
                .last()
                .isEqualTo("0 passed, 3 failed");
        assertThat(exit).isEqualTo(1);
    }

    @Test
    void refusesWhatIsNoSuite() throws IOException {
        Path suite = suite("standard: residence-permit\ncases:\n- {id: [}\n");

        int exit = run(suite.toString());

        assertThat(lines()).anyMatch(line -> line.startsWith(suite + ":3: not YAML"));
        assertThat(lines()).last().isEqualTo("0 passed, 0 failed");
        assertThat(exit).isEqualTo(2);
    }

    @Test
    void saysThatAFileIsNotThere() {
        int exit = run(folder.resolve("none.yaml").toString());

        assertThat(lines()).first().asString().contains("none.yaml: cannot be read");
        assertThat(exit).isEqualTo(2);
    }

    @Test
    void runsASuiteThatSaysItsKind() throws IOException {
        Path suite = suite("suite: assessments\n" + HEAD + """
                - {id: X, appliedOn: "2017-05-08", records: [], expect: {contributions: FAILED}}
                """);

        assertThat(run(suite.toString())).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"suite: assessments # of 2017", "suite: \"assessments\"", "suite: 'assessments'\r", "# none"})
    void findsASuiteOfAFolderByItsKindHoweverItIsWritten(String kind) throws IOException {
        suite(kind + "\n" + HEAD + """
                - {id: X, appliedOn: "2017-05-08", records: [], expect: {contributions: FAILED}}
                """);

        assertThat(run(folder.toString())).isZero();
        assertThat(lines()).last().isEqualTo("1 passed, 0 failed");
    }

    @Test
    void doesNotPassOverASuiteWhoseCasesAreMisspelt() throws IOException {
        suite(HEAD.replace("cases:", "casez:") + "- {id: X}\n");

        assertThat(run(folder.toString())).isEqualTo(2);
        assertThat(lines()).first().asString().contains("unknown key 'casez'");
    }

    @Test
    void refusesAFolderWithoutASuite() throws IOException {
        suite("suite: limits\ncases: []\n");

        assertThat(run(folder.toString())).isEqualTo(2);
        assertThat(lines()).first().isEqualTo(folder + ": there is no suite of assessments in this folder");
    }

    @Test
    void refusesASuiteOfAnotherKind() throws IOException {
        Path suite = suite("suite: limits\ncases: []\n");

        assertThat(run(suite.toString())).isEqualTo(2);
        assertThat(lines()).first().asString().contains("suite.yaml:1: no suites of the kind 'limits' are run here");
    }

    @Test
    void saysHowItIsUsed() {
        assertThat(run()).isEqualTo(2);
        assertThat(lines()).last().isEqualTo("'tongban standards test --help' says how it is used");
    }

    @Test
    void aSuiteTriesAHundredCombinationsOfSettingsAndNamesTheNext() throws IOException {
        StringBuilder cases = new StringBuilder(HEAD);
        for (int gap = 1; gap <= 101; gap++) {
            cases.append(
                    "- {id: G%d, appliedOn: \"2017-05-08\", settings: {contributions.gapMonths: %d}, expect: {outcome: INCOMPLETE}}\n"
                            .formatted(gap, 499 + gap));
        }
        Path suite = suite(cases.toString());

        int exit = run(suite.toString());

        assertThat(lines())
                .filteredOn(line -> line.contains("combinations of settings"))
                .singleElement()
                .asString()
                .contains("suite.yaml:105");
        assertThat(exit).isEqualTo(1);
    }

    @Test
    void aCaseHasSoManyRowsPapersAndSilentSpansAndNamesTheNext() throws IOException {
        String century =
                "  - {months: 1000-01..1099-12, kind: \"11\", area: \"330104\", type: \"10\", posted: \"1\"}\n";
        Path suite = suite(HEAD
                + "- id: A\n  appliedOn: \"2017-05-08\"\n  expect: {outcome: INCOMPLETE}\n  records:\n"
                + century.repeat(11)
                + "- id: B\n  appliedOn: \"2017-05-08\"\n  expect: {outcome: INCOMPLETE}\n  papers:\n"
                + "  - {kind: photo}\n".repeat(501)
                + "- id: C\n  appliedOn: \"2017-05-08\"\n  expect: {outcome: INCOMPLETE}\n  silent:\n"
                + "  - {months: 2017-01}\n".repeat(201));

        run(suite.toString());

        assertThat(lines())
                .anySatisfy(line -> assertThat(line).contains("suite.yaml:19", "more than 12000 rows"))
                .anySatisfy(line -> assertThat(line).contains("suite.yaml:524", "more than 500 papers"))
                .anySatisfy(line -> assertThat(line).contains("suite.yaml:729", "more than 200 entries of 'silent'"));
    }

    private Path suite(String text) throws IOException {
        return Files.writeString(folder.resolve("suite.yaml"), text);
    }

    private int run(String... paths) {
        List<String> arguments = new ArrayList<>(List.of("standards", "test", "--standards", STANDARDS.toString()));
        arguments.addAll(List.of(paths));
        PrintWriter out = new PrintWriter(printed, true, StandardCharsets.UTF_8);
        return EngineCommand.run(out, out, arguments.toArray(String[]::new));
    }

    /** Without the one that says which standards are used. */
    private List<String> lines() {
        return printed.toString(StandardCharsets.UTF_8)
                .lines()
                .filter(line -> !line.startsWith("standards: "))
                .toList();
    }
}
