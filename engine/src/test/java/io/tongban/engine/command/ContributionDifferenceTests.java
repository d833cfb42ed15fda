package io.tongban.engine.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.engine.EngineCommand;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each figure by which contribution months are counted, moved by one: somebody stands between the two. */
class ContributionDifferenceTests {

    private static final Path PUBLISHED = Path.of("..", "standards");

    @TempDir
    private Path folder;

    @ParameterizedTest(name = "{0} becomes {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            months: 12           | months: 11
            gapMonths: 1         | gapMonths: 2
            lateAfterMonths: 2   | lateAfterMonths: 1
            recordMaxAge: 45     | recordMaxAge: 44
            settleWithin: 45     | settleWithin: 44
            kinds: ["11"]        | kinds: ["11", "31"]
            - "330111"           | - "330122"
            "330112", from: "2017-08" | "330112", from: "2017-07"
            """)
    void aPersonStandsBetween(String text, String by) throws IOException {
        publish(text, by);
        Path suite = folder.resolve("suite.yaml");

        assertThat(run("diff", "R1", "RX", "--suite", suite.toString())).isEqualTo(1);
        assertThat(run("test", suite.toString())).isZero();
        assertThat(Files.readString(suite)).contains("id: 'employment-contributions-RX'");
    }

    /** R1 and, from the day after it ends, the same with one figure changed. */
    private void publish(String text, String by) throws IOException {
        copyLaws();
        String published = Files.readString(PUBLISHED.resolve("residence-permit/R1.yaml"));
        assertThat(published).contains(text, "until: \"2018-06-30\"");
        Files.writeString(folder.resolve("R1.yaml"), published);
        Files.writeString(
                folder.resolve("RX.yaml"),
                published
                        .replace("version: R1", "version: RX")
                        .replace("{from: \"2016-07-01\", until: \"2018-06-30\"}", "{from: \"2018-07-01\"}")
                        .replace(text, by));
        Path lower = PUBLISHED.resolve("residence-permit/Z1.yaml");
        List<String> names = published.contains("\"on\":")
                ? List.of("Z1.yaml", "R1.yaml", "RX.yaml")
                : List.of("R1.yaml", "RX.yaml");
        if (Files.exists(lower)) {
            Files.copy(lower, folder.resolve("Z1.yaml"));
        }
        Files.writeString(
                folder.resolve("index.yaml"),
                "standards: [" + String.join(", ", names) + "]\ncalendar: workdays.csv\n");
    }

    private void copyLaws() throws IOException {
        Path laws = PUBLISHED.resolve("laws");
        if (Files.isDirectory(laws)) {
            Files.createDirectories(folder.resolve("laws"));
            try (Stream<Path> files = Files.list(laws)) {
                for (Path law : files.toList()) {
                    Files.copy(law, folder.resolve("laws").resolve(law.getFileName()));
                }
            }
        }
    }

    private int run(String subcommand, String... arguments) {
        PrintWriter out = new PrintWriter(new StringWriter(), true);
        return EngineCommand.run(
                out,
                out,
                Stream.concat(
                                Stream.of("standards", subcommand, "--standards", folder.toString()),
                                Stream.of(arguments))
                        .toArray(String[]::new));
    }
}
