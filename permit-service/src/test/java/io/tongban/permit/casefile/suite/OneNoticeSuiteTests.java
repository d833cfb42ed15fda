package io.tongban.permit.casefile.suite;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.platform.cli.Console;
import io.tongban.platform.suite.SuiteCommand;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The suite of the rule of one notice, run as {@code ./tongban suites} runs it. */
class OneNoticeSuiteTests {

    private static final Path SUITES = Path.of("src", "test", "resources", "suites");
    private static final Path SUITE = SUITES.resolve("one-notice.yaml");

    @TempDir
    private Path folder;

    @Test
    void everyCaseIsAsExpected() {
        assertThat(run(SUITE)).last().isEqualTo("51 passed, 0 failed");
    }

    @Test
    void everyCaseOfSeveralLooksIsAsExpected() {
        assertThat(run(SUITES.resolve("one-notice-looks.yaml"))).last().isEqualTo("4 passed, 0 failed");
    }

    @Test
    void anAnswerOfTheSupervisorCountsFromTheDayOfTheNoticeOn() throws IOException {
        Path file = Files.writeString(
                folder.resolve("changed.yaml"),
                Files.readString(SUITE)
                        .replace("confirmations:\n  - {'on': '2017-11-21'", "confirmations:\n  - {'on': '2017-11-18'"));

        assertThat(Files.readString(file)).isNotEqualTo(Files.readString(SUITE));
        assertThat(run(file)).last().isEqualTo("51 passed, 0 failed");
    }

    /** The first place where the suite says so is changed; that fails one case, and the line says what it was. */
    @ParameterizedTest(name = "{1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "outcome: PROVISIONAL | outcome: ELIGIBLE | outcome: expected ELIGIBLE, was PROVISIONAL",
                "complete: false | complete: true | complete: expected true, was false",
                "notice: true | notice: false | notice: expected false, was true",
                "reason: NEW_POINT | reason: LATER_DATE | reason: expected LATER_DATE, was NEW_POINT",
                "{contributions: PENDING} | {} | points: expected {}, was {contributions=PENDING}",
                "{contributions: PENDING} | {contributions: NOT_YET} | points: expected {contributions=NOT_YET}, was",
                "units: ['30010001'] | units: [] | units: expected [], was [30010001]",
                "readyOn: '2017-04-15' | readyOn: null | readyOn: expected none, was 2017-04-15",
                "lease: ['2017-05-09'] | lease: ['2017-05-08'] | until: expected {labour-contract:30010001=[2019-04-04], lease=[2017-05-08]}",
                "verdict: DATE, rule: 2 | verdict: FACT, rule: 2 | address-paper:lease verdict: expected FACT, was DATE",
                "verdict: DATE, rule: 2 | verdict: DATE, rule: 3 | address-paper:lease rule: expected 3, was 2",
                "against: police-330104 | against: police-330106 | against: expected police-330106, was police-330104",
                "host: centre-330104008, noticeOf | host: centre-330106007, noticeOf | host: expected centre-330106007",
                "noticeOf: '2017-04-06' | noticeOf: '2017-06-01' | noticeOf: expected 2017-06-01, was 2017-04-06",
                "notBinding: ['address-paper:lease'] | notBinding: [] | notBinding: expected [], was [address-paper:lease]",
                "outcomeUnconfirmed: REVIEW | outcomeUnconfirmed: INCOMPLETE | outcomeUnconfirmed: expected INCOMPLETE, was",
                "expect: outside-standard | expect: ok | demand of labour-contract:39999999: expected ok, was outside-standard"
            })
    void aChangedExpectationFails(String written, String changed, String said) throws IOException {
        String suite = Files.readString(SUITE);
        int place = suite.indexOf(written);
        assertThat(place).isNotNegative();
        Path file = Files.writeString(
                folder.resolve("changed.yaml"),
                suite.substring(0, place) + changed + suite.substring(place + written.length()));

        List<String> lines = run(file);

        assertThat(lines).last().isEqualTo("50 passed, 1 failed");
        assertThat(lines).anyMatch(line -> line.contains(said));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "outcome: PROVISIONAL | outcom: PROVISIONAL | unknown key 'outcom' in looks[1].expect",
                "outcome: PROVISIONAL | outcome: PENDING | 'looks[1].expect.outcome' is 'PENDING'",
                "kind: labour-contract | kind: labor-contract | the standard knows no paper 'labor-contract'",
                "holder: police-330104 | holder: ['police-330104'] | 'holder' must be a text",
                "window: W1 | shop: W1 | unknown key 'shop' in looks[1]",
                "source: unavailable | source: available | 'available' is no state of a source",
                "'2017-11-21', point | '2017-11-17', point | no notice before the answer names the point",
                "employment-paper', as: DROPPED | farm-contract', as: DROPPED | no notice before the answer names the point"
            })
    void saysWhatIsWrittenWrongly(String written, String changed, String said) throws IOException {
        Path file = Files.writeString(
                folder.resolve("wrong.yaml"), Files.readString(SUITE).replaceFirst(Pattern.quote(written), changed));

        List<String> lines = run(file);

        assertThat(lines).last().isEqualTo("50 passed, 1 failed");
        assertThat(lines).anyMatch(line -> line.contains("the case: " + said));
    }

    @Test
    void aCaseThatExpectsNothingIsRefused() throws IOException {
        Path file = Files.writeString(folder.resolve("nothing.yaml"), """
                suite: one-notice
                standard: residence-permit
                version: R1
                route: employment
                cases:
                - holder: police-330104
                  looks:
                  - {"on": "2017-04-06", window: W1, authority: police-330104, host: centre-330104008, expect: {}}
                """);

        assertThat(run(file)).last().isEqualTo("0 passed, 1 failed");
        assertThat(run(file)).anyMatch(line -> line.contains("no look expects anything"));
    }

    private static List<String> run(Path file) {
        StringWriter out = new StringWriter();
        PrintWriter writer = new PrintWriter(out);
        Console.run(new SuiteCommand(), writer, writer, file.toString());
        return out.toString().lines().toList();
    }
}
