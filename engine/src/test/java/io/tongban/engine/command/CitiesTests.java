package io.tongban.engine.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.engine.EngineCommand;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rules of three other cities, written without Java, through the commands that an editor has. */
class CitiesTests {

    private static final Path CITIES = Path.of("src", "test", "resources", "cities");

    private String printed = "";

    @TempDir
    private Path folder;

    @BeforeEach
    void copyCities() throws IOException {
        try (Stream<Path> files = Files.walk(CITIES)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = folder.resolve(CITIES.relativize(file));
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
    }

    @Test
    void loadAsTheyAre() {
        assertThat(run("check")).isZero();
        assertThat(printed.lines().filter(line -> line.contains("sha256:"))).hasSize(3);
    }

    @ParameterizedTest
    @CsvSource({
        "shenzhen/SZ1-cases.yaml, '31 passed, 0 failed'",
        "zhongshan/ZS1-cases.yaml, '29 passed, 0 failed'",
        "guangzhou/GZ1-cases.yaml, '26 passed, 0 failed'",
    })
    void casesAtTheBordersComeOutAsWritten(String suite, String count) {
        assertThat(run("test", folder.resolve(suite).toString())).as(printed).isZero();
        assertThat(printed.lines()).last().isEqualTo(count);
    }

    /** So that the cases are known to look at the figures. */
    @ParameterizedTest(name = "{1} becomes {2}")
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            shenzhen/SZ1   | windowMonths: 18\\n | windowMonths: 17\\n
            shenzhen/SZ1   | window: 24\\n       | window: 25\\n
            zhongshan/ZS1  | gapMonths: 4\\n     | gapMonths: 5\\n
            zhongshan/ZS1  | endsWithin: 4\\n    | endsWithin: 5\\n
            guangzhou/GZ1  | kindsNeeded: each   | kindsNeeded: any
            """)
    void casesFailWithAnotherFigure(String standard, String text, String by) throws IOException {
        replace(standard + ".yaml", text.replace("\\n", "\n"), by.replace("\\n", "\n"));

        assertThat(run("test", folder.resolve(standard + "-cases.yaml").toString()))
                .isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"shenzhen, SZ1", "zhongshan, ZS1", "guangzhou, GZ1"})
    void lintFindsNoFlaw(String city, String version) {
        assertThat(run("lint", city + "-residence-permit", version)).as(printed).isZero();
        assertThat(printed).contains("0 flaws, 0 notes");
    }

    @ParameterizedTest(name = "{1} becomes {2}")
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            shenzhen/SZ1   | months: 12\\n       | months: 11\\n
            shenzhen/SZ1   | windowMonths: 18\\n | windowMonths: 17\\n
            shenzhen/SZ1   | window: 24\\n       | window: 23\\n
            zhongshan/ZS1  | gapMonths: 4\\n     | gapMonths: 3\\n
            zhongshan/ZS1  | endsWithin: 4\\n    | endsWithin: 3\\n
            guangzhou/GZ1  | kindsNeeded: each   | kindsNeeded: any
            guangzhou/GZ1  | kinds: ["11", "21", "31", "41"]\\n | kinds: ["11", "21", "31"]\\n
            """)
    void aPersonStandsBetweenTwoFigures(String standard, String text, String by) throws IOException {
        String next = standard.replaceFirst("/.*", "/NEXT.yaml");
        Files.copy(folder.resolve(standard + ".yaml"), folder.resolve(next));
        replace(next, "version: " + standard.replaceFirst(".*/", ""), "version: NEXT");
        replace(next, "{from: \"2016-01-01\", until: \"2019-12-31\"}", "{from: \"2020-01-01\"}");
        replace(next, text.replace("\\n", "\n"), by.replace("\\n", "\n"));
        replace("index.yaml", "calendar:", "- " + next + "\ncalendar:");
        Path suite = folder.resolve("suite.yaml");

        assertThat(run("diff", standard.replaceFirst(".*/", ""), "NEXT", "--suite", suite.toString()))
                .as(printed)
                .isEqualTo(1);
        assertThat(run("test", suite.toString())).as(printed).isZero();
        assertThat(Files.readString(suite)).contains("id: 'employment-contributions-NEXT'");
    }

    @ParameterizedTest(name = "{3}")
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            shenzhen/SZ1  | windowMonths: 18\\n    | windowMonths: 25\\n | of 24 months there are never 25 paid
            shenzhen/SZ1  | historyMonths: 36      | historyMonths: 23   | the sources are asked for 23 months, and the window is of 24
            shenzhen/SZ1  | windowMonths: 18\\n    | spare: 18\\n        | there is no setting 'windowMonths'
            zhongshan/ZS1 | counted: contributions.counted | counted: contributions.paidWithin | 'contributions.paidWithin' is read, and no setting says within what
            zhongshan/ZS1 | endsWithin: 1..600     | endsWithin: 0..600  | months cannot be counted with 'endsWithin' of 0..600
            guangzhou/GZ1 | [any, each]            | [any, each, most]   | months cannot be counted with 'kindsNeeded' of most
            guangzhou/GZ1 | contributions.kinds.41 | contributions.kinds.42 | a text names the kinds, and kind 41 has no name
            """)
    void refusesWhatCannotBeCounted(String standard, String text, String by, String problem) throws IOException {
        replace(standard + ".yaml", text.replace("\\n", "\n"), by.replace("\\n", "\n"));

        assertThat(run("check")).isNotZero();
        assertThat(printed).contains(standard + ".yaml:").contains(problem).contains("remedy: ");
    }

    private void replace(String file, String text, String by) throws IOException {
        String before = Files.readString(folder.resolve(file));
        assertThat(before).contains(text);
        Files.writeString(folder.resolve(file), before.replaceFirst(Pattern.quote(text), by));
    }

    private int run(String subcommand, String... arguments) {
        StringWriter out = new StringWriter();
        PrintWriter writer = new PrintWriter(out, true);
        int exit = EngineCommand.run(
                writer,
                writer,
                Stream.concat(
                                Stream.of("standards", subcommand, "--standards", folder.toString()),
                                Stream.of(arguments))
                        .toArray(String[]::new));
        printed = out.toString();
        return exit;
    }
}
