package io.tongban.community.trip;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.platform.cli.Console;
import io.tongban.platform.suite.SuiteCommand;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The suites of visits, run as {@code ./tongban suites} runs them. */
class VisitSuiteTests {

    private static final Path SUITE = Path.of("src", "test", "resources", "suites", "visits.yaml");

    private final StringWriter out = new StringWriter();

    @TempDir
    private Path folder;

    @Test
    void everyCaseIsAsExpected() {
        assertThat(run(SUITE)).as(out.toString()).isZero();
        assertThat(out.toString().lines()).last().isEqualTo("31 passed, 0 failed");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "visits: 3 | visits: 4 | visits: expected 4, was 3",
                "visitsToResult: 2 | visitsToResult: 1 | visitsToResult: expected 1, was 2",
                "causes: [CUT_SHORT, PAPER] | causes: [PAPER, CUT_SHORT]"
                        + " | causes: expected [PAPER, CUT_SHORT], was [CUT_SHORT, PAPER]",
                "avoidable: 1 | avoidable: 0 | avoidable: expected 0, was 1"
            })
    void aChangedExpectationFails(String expected, String changed, String difference) throws IOException {
        assertThat(run(changed(expected, changed))).isEqualTo(1);
        assertThat(out.toString()).contains("FAILED ", "  " + difference + System.lineSeparator());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "refusedDemand: true | refusedDemmand: true | visits[1].refusedDemmand is not known here",
                "code: CLOSING | code: LUNCH | visits[1].code: 'LUNCH' is none of [CLOSING, SYSTEM_DOWN,",
                "what: no-show | what: absent | visits[1].what: 'absent' is none of [visit,",
                "contributions: PENDING} | contributions: MET} | visits[1].left.contributions: 'MET' is none of",
                "avoidable: 0 | avoidabel: 0 | expect.avoidabel is not known here",
                "2017-04-06 | 2017-04-31 | visits[1].on: '2017-04-31' is no day"
            })
    void aMistakeInASuiteIsTold(String written, String mistaken, String told) throws IOException {
        assertThat(run(changed(written, mistaken))).isEqualTo(1);
        assertThat(out.toString()).contains("cannot be run: " + told);
    }

    @Test
    void aCaseThatExpectsNothingIsRefused() throws IOException {
        Path suite = Files.writeString(folder.resolve("nothing.yaml"), """
                suite: visits
                cases:
                - visits: [{"on": "2017-05-08", end: COMPLETE}]
                  expect: {}
                """);

        assertThat(run(suite)).isEqualTo(1);
        assertThat(out.toString()).contains("cannot be run: expect: this expects nothing");
    }

    private Path changed(String written, String changed) throws IOException {
        String suite = Files.readString(SUITE);
        assertThat(suite).contains(written);
        return Files.writeString(folder.resolve("changed.yaml"), suite.replace(written, changed));
    }

    private int run(Path suite) {
        PrintWriter writer = new PrintWriter(out);
        return Console.run(new SuiteCommand(), writer, writer, suite.toString());
    }
}
