package io.tongban.engine.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.engine.EngineCommand;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which library a command works on where none is named, and that it says so. */
class StandardsOptionTests {

    private static final String SUITE = """
            standard: pass
            cases:
            - id: A
              route: card
              appliedOn: "2018-05-07"
              applicant: {idNumber: "339999199001010013"}
              expect: {criteria: {age: NOT_YET}}
            """;

    @TempDir
    private Path temporary;

    private Path standards;
    private StandardsFolder folder;
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void copy() throws IOException {
        standards = temporary.resolve("standards");
        folder = new StandardsFolder(standards);
        Files.createDirectories(standards.resolve("cases"));
        Files.writeString(standards.resolve("cases/pass.yaml"), SUITE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "cases", "cases/pass.yaml"})
    void testsTheLibraryInWhichTheNamedFileLies(String named) throws IOException {
        assertThat(run("test", standards.resolve(named).toString())).isEqualTo(ExitCode.OK);
        assertThat(err.toString()).isEqualTo("standards: " + standards + System.lineSeparator());

        folder.replace("province.yaml", "years: 60", "years: 50");
        folder.replace("province.yaml", "years: 50..120", "years: 20..120");
        folder.replace("province.yaml", "years: 50", "years: 20");
        assertThat(run("test", standards.resolve(named).toString())).isEqualTo(ExitCode.FOUND);
        assertThat(out.toString()).contains("criteria.age: expected NOT_YET, was MET");
    }

    @Test
    void everyCommandTakesTheLibraryOfItsFile() throws IOException {
        Path draft = Files.copy(standards.resolve("city.yaml"), standards.resolve("draft.yaml"));
        for (List<String> command : List.of(
                List.of("check", standards.toString()),
                List.of("lint", draft.toString(), "--persons", "1"),
                List.of("diff", "C1", draft.toString(), "--persons", "1"))) {
            run(command.toArray(String[]::new));
            assertThat(err.toString()).as(command.toString()).startsWith("standards: " + standards);
        }
    }

    @Test
    void diffNamesTheFilesOfBothVersions() throws IOException {
        Path draft = Files.copy(standards.resolve("city.yaml"), standards.resolve("draft.yaml"));

        assertThat(run("diff", "C1", draft.toString())).isEqualTo(ExitCode.OK);
        assertThat(out.toString().lines())
                .contains(
                        "C1: " + standards.resolve("city.yaml") + " on " + standards.resolve("province.yaml"),
                        "C1: " + draft + " on " + standards.resolve("province.yaml"));
    }

    @Test
    void refusesFilesOfTwoLibraries() throws IOException {
        Path other = temporary.resolve("other");
        new StandardsFolder(other);

        assertThat(run("test", standards.toString(), other.toString())).isEqualTo(ExitCode.UNUSABLE);
        assertThat(err.toString()).contains("several libraries").contains("--standards FOLDER");
    }

    @Test
    void anIndexOfSomethingElseIsNoLibrary() throws IOException {
        Files.writeString(standards.resolve("cases/index.yaml"), "entries: {}\n");

        assertThat(run("test", standards.resolve("cases/pass.yaml").toString())).isEqualTo(ExitCode.OK);
        assertThat(err.toString()).startsWith("standards: " + standards);
    }

    @Test
    void doesNotCheckAnotherLibraryThanThatOfTheNamedFile() throws IOException {
        Path elsewhere = Files.createDirectories(temporary.resolve("elsewhere"));

        assertThat(run("check", temporary.resolve("stranger").toString())).isEqualTo(ExitCode.UNUSABLE);
        assertThat(err.toString()).contains("stranger: cannot be read: there is no such file or folder");
        assertThat(run("check", elsewhere.toString())).isEqualTo(ExitCode.UNUSABLE);
        assertThat(err.toString()).contains("does not lie in a folder with an index.yaml of standards");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void saysThatItTakesThoseThatAreBuiltIn() {
        assertThat(run("check")).isEqualTo(ExitCode.OK);
        assertThat(err.toString()).isEqualTo("standards: those that are built in" + System.lineSeparator());
    }

    @Test
    void takesTheLibraryOfTheCurrentFolder() throws IOException, InterruptedException {
        assertThat(checkedIn(standards)).startsWith("standards: .").contains("pass C1");
        assertThat(checkedIn(temporary)).startsWith("standards: standards").contains("pass C1");
        assertThat(checkedIn(standards.resolve("cases"))).startsWith("standards: those that are built in");
    }

    @Test
    void namesWhatThereIsInsteadOfWhatIsNot() {
        assertThat(run("guide", "residence-permit", "R9")).isEqualTo(ExitCode.UNUSABLE);
        assertThat(err.toString())
                .contains("There is no version R9 of residence-permit; there are R1, R2: did you mean R1?");
        assertThat(run("guide", "residense-permit", "R1")).isEqualTo(ExitCode.UNUSABLE);
        assertThat(err.toString())
                .contains("There is no item residense-permit; there are residence-permit, elder-card: did you mean"
                        + " residence-permit?");
    }

    @Test
    void aFolderThatIsNotThereIsOneLine() {
        Path nowhere = temporary.resolve("nowhere");
        for (List<String> command : List.of(
                List.of("guide", "elder-card", "E1", "--out", nowhere + "/guide.html"),
                List.of("guide", "elder-card", "E1", "--out", temporary.toString()),
                List.of("check", "--standards", nowhere.toString()),
                List.of("replay", nowhere.toString()))) {
            assertThat(run(command.toArray(String[]::new))).isEqualTo(ExitCode.UNUSABLE);
            assertThat(err.toString().lines().filter(line -> !line.startsWith("standards: ")))
                    .as(command.toString())
                    .singleElement()
                    .asString()
                    .containsPattern("cannot be (read|written): (it is a folder|there is no such file or folder)");
        }
    }

    private String checkedIn(Path current) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        EngineCommand.class.getName(),
                        "standards",
                        "check")
                .directory(current.toFile())
                .redirectErrorStream(true)
                .start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(printed).isZero();
        return printed;
    }

    private int run(String... arguments) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        List<String> all = new ArrayList<>(List.of("standards"));
        all.addAll(List.of(arguments));
        return EngineCommand.run(new PrintWriter(out, true), new PrintWriter(err, true), all.toArray(String[]::new));
    }
}
