package io.tongban.platform.suite;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.platform.cli.Console;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SuiteCommandTests {

    @TempDir
    private Path folder;

    @Test
    void runsEveryCaseAndCounts() throws IOException {
        Path file = write("sums.yaml", """
                suite: sums
                from: 1
                cases:
                - {id: A, title: is right, numbers: [1, 2], expect: 4}
                - id: B
                  title: is wrong
                  numbers: [2]
                  expect: 4
                - {id: C, title: cannot be run, expect: 0}
                """);

        Answer answer = run(file.toString());

        assertThat(answer.lines())
                .containsExactly(
                        "FAILED " + file + ":5 B is wrong",
                        "  sum: expected 4, was 3",
                        "FAILED " + file + ":9 C cannot be run",
                        "  cannot be run: numbers",
                        file + ": 1 of 3 as expected",
                        "1 passed, 2 failed");
        assertThat(answer.code()).isEqualTo(1);
    }

    @Test
    void takesTheDocumentAsItsOneCase() throws IOException {
        Path file = write("one.yaml", "suite: sums\nnumbers: [3]\nexpect: 3\n");

        assertThat(run(file.toString()).lines()).containsExactly(file + ": 1 of 1 as expected", "1 passed, 0 failed");
    }

    @Test
    void findsSuitesInAFolder() throws IOException {
        write("a.yaml", "suite: sums\nnumbers: []\nexpect: 0\n");
        write("deeper/b.yml", "suite: sums\nnumbers: [1]\nexpect: 1\n");
        write("standard.yaml", "item: no suite\n");

        Answer answer = run(folder.toString());

        assertThat(answer.lines()).last().isEqualTo("2 passed, 0 failed");
        assertThat(answer.code()).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "suite: limits | no suites of the kind 'limits' are run here; those that are: sums.",
                "cases: [] | does not say which kind of suite it is; begin it with 'suite:' and the kind.",
                "[] | is no suite",
                "suite: sums\\ncases: 7 | :2: 'cases' is no list",
                "suite: sums\\ncases: [7] | :2: the case has no members",
                "suite: sums\\nsuite: sums | is there twice",
                "suite: sums\\nx: [ | this is not YAML",
                "suite: sums\\nnumbers: 2017-05-08 | cannot be run",
            })
    void saysWhatIsWrong(String text, String said) throws IOException {
        Answer answer =
                run(write("wrong.yaml", text.replace("\\n", "\n") + "\n").toString());

        assertThat(answer.out()).contains(said).doesNotContain("\tat ");
        assertThat(answer.code()).isNotZero();
    }

    @Test
    void saysThatAFileIsNotThere() {
        Answer answer = run(folder.resolve("none.yaml").toString());

        assertThat(answer.out()).contains("none.yaml cannot be read").contains("0 passed, 0 failed");
        assertThat(answer.code()).isEqualTo(2);
    }

    @Test
    void refusesAFolderWithoutASuite() throws IOException {
        write("standard.yaml", "item: no suite\n");

        Answer answer = run(folder.toString());

        assertThat(answer.out()).contains("there is no suite in " + folder);
        assertThat(answer.code()).isEqualTo(2);
    }

    @Test
    void readsASuiteOfTwentyMegabytes() throws IOException {
        String one = "- {id: A, numbers: [1], expect: 1, why: %s}\n".formatted("because ".repeat(2000));
        int cases = 20 * 1024 * 1024 / one.length() + 1;
        Path file = write("large.yaml", "suite: sums\ncases:\n" + one.repeat(cases));

        assertThat(run(file.toString()).lines()).last().isEqualTo(cases + " passed, 0 failed");
    }

    @Test
    void saysHowMuchOfAFileIsRead() throws IOException {
        Path file = write("too-large.yaml", "suite: sums\n" + "#".repeat(SuiteFile.LARGEST));

        assertThat(run(file.toString()).out())
                .contains("has " + Files.size(file) + " bytes, of which " + SuiteFile.LARGEST + " are read");
    }

    private Path write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.resolveSibling("."));
        return Files.writeString(file, text);
    }

    private record Answer(int code, String out) {

        List<String> lines() {
            return out.lines().toList();
        }
    }

    private static Answer run(String... words) {
        StringWriter out = new StringWriter();
        int code = Console.run(new SuiteCommand(), new PrintWriter(out), new PrintWriter(out), words);
        return new Answer(code, out.toString());
    }
}
