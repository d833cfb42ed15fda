package io.tongban.engine.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Two versions of a small standard that differ in one thing, and the person who shows it, confirmed as a case suite. */
class DiffCommandTests {

    private static final String OLD = "city.yaml";
    private static final String NEW = "city2.yaml";

    @TempDir
    private Path temporary;

    private StandardsFolder standards;

    @BeforeEach
    void makeTwoVersions() throws IOException {
        standards = new StandardsFolder(temporary.resolve("standards"));
        standards.copy("province.yaml", "province2.yaml");
        standards.replace("province2.yaml", "version: P1", "version: P2");
        standards.copy(OLD, NEW);
        standards.replace(NEW, "version: C1", "version: C2");
        standards.replace(NEW, "version: P1", "version: P2");
        standards.replace(NEW, "{from: \"2018-01-01\", until: \"2019-12-31\"}", "{from: \"2020-01-01\"}");
    }

    @Test
    void saysThatNothingChanged() {
        assertThat(standards.run("diff", "pass", "C1", "C1")).isZero();
        assertThat(standards.lines()).contains("pass: C1 -> C1").endsWith("Nothing is written differently.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"C1", "pass C1 C1 C1"})
    void asksForTwoVersions(String names) {
        assertThat(standards.run("diff", names.split(" "))).isEqualTo(ExitCode.UNUSABLE);
        assertThat(standards.lines()).hasSize(2).first().asString().startsWith("name two versions or files");
    }

    @Test
    void saysThatALayerIsNoVersion() {
        assertThat(standards.run("diff", "C1", standards.file("province.yaml").toString()))
                .isEqualTo(ExitCode.UNUSABLE);
        assertThat(standards.lines())
                .first()
                .asString()
                .contains("province.yaml:")
                .contains("is never in force alone");
    }

    /** File, what stands there, what is put there, the change as printed, the criterion, and its states before and after. */
    static Stream<Arguments> changes() {
        return Stream.of(
                arguments(
                        "province2.yaml", "years: 60}", "years: 61}", "+ settings.years: 61", "age", "MET", "NOT_YET"),
                arguments(
                        NEW,
                        "residence.months: 6",
                        "residence.months: 7",
                        "+ settings.months: 7",
                        "residence",
                        "MET",
                        "MISSING"),
                arguments(
                        NEW,
                        "answers.household == 'here'",
                        "answers.household != ''",
                        "+ decide.1.when: answered.household && answers.household != ''",
                        "household",
                        "REVIEW",
                        "MET"),
                arguments(NEW, "oldMonths: 12", "oldMonths: 13", "+ settings.oldMonths: 13", "proof", "MET", "NOT_YET"),
                arguments(
                        NEW,
                        "termMonths: 24",
                        "termMonths: 25",
                        "+ settings.termMonths: 25",
                        "proof",
                        "MET",
                        "MISSING"),
                arguments(
                        NEW,
                        "owner: [applicant]}",
                        "owner: [applicant, relative]}",
                        "+ alternatives.certificate.papers.certificate.says.owner.relative: relative",
                        "proof",
                        "MISSING",
                        "MET"),
                arguments(
                        NEW,
                        ", term: termMonths, current: true}",
                        ", term: termMonths}",
                        "- alternatives.letter.papers.1.current: true",
                        "proof",
                        "MISSING",
                        "MET"),
                arguments(
                        NEW,
                        "{oneOf: [{kind: stamp}, {kind: seal}], as: proof}",
                        "{kind: stamp}",
                        "+ alternatives.letter.papers.2.kind: stamp",
                        "proof",
                        "MET",
                        "MISSING"),
                arguments(
                        NEW,
                        "state: TOLERABLE",
                        "state: MISSING",
                        "+ decide.2.state: MISSING",
                        "photo",
                        "TOLERABLE",
                        "MISSING"),
                arguments(
                        NEW,
                        "proof, photo]",
                        "proof]",
                        "- card.criteria.photo: photo",
                        "photo",
                        "TOLERABLE",
                        "not asked"));
    }

    @ParameterizedTest(name = "{3}")
    @MethodSource("changes")
    void showsAPersonWhomASuiteConfirms(
            String file, String text, String by, String change, String criterion, String before, String after)
            throws IOException {
        standards.replace(file, text, by);
        Path suite = temporary.resolve("suite.yaml");

        assertThat(standards.run("diff", "C1", "C2", "--suite", suite.toString()))
                .isEqualTo(1);
        assertThat(standards.lines())
                .contains(change, "route card, criterion " + criterion)
                .anyMatch(line -> line.matches(criterion + " +" + before + "( \\(.*\\))? +" + after + "( \\(.*\\))?"))
                .contains("route card, the outcome");

        assertThat(standards.run("test", suite.toString())).isZero();
        assertThat(standards.lines()).last().isEqualTo("4 passed, 0 failed");
    }

    @Test
    void aConfirmationCanFail() throws IOException {
        standards.replace(NEW, "oldMonths: 12", "oldMonths: 13");
        Path suite = temporary.resolve("suite.yaml");
        standards.run("diff", "C1", "C2", "--suite", suite.toString());
        standards.replace(NEW, "oldMonths: 13", "oldMonths: 12");

        assertThat(standards.run("test", suite.toString())).isEqualTo(1);
        assertThat(standards.lines()).last().isEqualTo("2 passed, 2 failed");
    }

    @Test
    void saysThatThereIsNoSuchPerson() throws IOException {
        standards.replace(NEW, "when: papers.young", "when: papers.young || papers.young");

        assertThat(standards.run("diff", "C1", "C2")).isEqualTo(1);
        assertThat(standards.lines())
                .contains("+ alternatives.certificate.decide.2.when: papers.young || papers.young")
                .anyMatch(
                        line -> line.matches(
                                "no such person within the bound: [0-9]+ persons, all that differ from where the"
                                        + " search begins in at most [2-9] of these [0-9]+.*: application day, .*certificate.*"));
    }

    @Test
    void seeksNobodyWhereOnlyWordsChanged() throws IOException {
        standards.replace(NEW, "The photo may follow.", "The photo may come later.");

        assertThat(standards.run("diff", "C1", "C2")).isEqualTo(1);
        assertThat(standards.lines())
                .contains(
                        "- texts.LATER.reason.en: The photo may follow.",
                        "+ texts.LATER.reason.en: The photo may come later.",
                        "Nobody: no criterion decides differently.");
    }

    @Test
    void showsWhoIsServedByANewRoute() throws IOException {
        standards.replace("province2.yaml", "- id: card\n", """
                - id: resident
                  name: {zh: 居民, en: resident}
                  criteria: [residence]
                - id: card
                """);
        Path suite = temporary.resolve("suite.yaml");

        assertThat(standards.run("diff", "C1", "C2", "--suite", suite.toString()))
                .isEqualTo(1);
        assertThat(standards.lines())
                .contains("- province P1", "+ province P2", "+ resident: 居民 / resident", "route resident, the outcome")
                .anyMatch(line -> line.matches("outcome +no such route +ELIGIBLE"));

        assertThat(standards.run("test", suite.toString())).isZero();
        assertThat(standards.lines()).last().isEqualTo("1 passed, 0 failed");
    }

    @Test
    void takesAwayWhatDoesNotMatter() throws IOException {
        standards.replace(NEW, "oldMonths: 12", "oldMonths: 13");

        standards.run("diff", "C1", "C2");

        List<String> brought = standards.lines().stream()
                .filter(line -> line.startsWith("brings "))
                .distinct()
                .toList();
        assertThat(brought).hasSize(2).contains("brings photo").anyMatch(line -> line.startsWith("brings certificate"));
    }

    @Test
    void printsTheSameAgain() throws IOException {
        standards.replace(NEW, "termMonths: 24", "termMonths: 25");
        standards.run("diff", "C1", "C2", "--json");
        String first = standards.printed();

        standards.run("diff", "C1", "C2", "--json");

        assertThat(standards.printed())
                .isEqualTo(first)
                .startsWith("{\"after\":")
                .contains("\"criterion\":\"proof\"");
    }

    @Test
    void comparesAFileThatIsNotPublished() throws IOException {
        Path draft = Files.copy(standards.file(OLD), temporary.resolve("draft.yaml"));
        Files.writeString(draft, Files.readString(draft).replace("oldMonths: 12", "oldMonths: 6"));

        assertThat(standards.run("diff", "C1", draft.toString())).isEqualTo(1);
        assertThat(standards.lines()).contains("- settings.oldMonths: 12", "+ settings.oldMonths: 6");
    }

    @Test
    void refusesWhatItCannotUse() {
        assertThat(standards.run("diff", "C1", "C9")).isEqualTo(2);
        assertThat(standards.printed()).contains("there is no version C9 of any item");
        assertThat(standards.run("diff", "pass", "C1", "C9")).isEqualTo(2);
        assertThat(standards.run("diff", "C1")).isEqualTo(2);
        assertThat(standards.run("diff", "C1", temporary.resolve("none.yaml").toString()))
                .isEqualTo(2);
        assertThat(standards.run("diff", "C1", "C2", "--persons", "0")).isEqualTo(2);
    }
}
