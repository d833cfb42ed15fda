package io.tongban.engine.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.assertj.core.api.ThrowingConsumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckCommandTests {

    @TempDir
    private Path temporary;

    private StandardsFolder folder;

    @BeforeEach
    void copy() throws IOException {
        folder = new StandardsFolder(temporary.resolve("standards"));
    }

    @Test
    void saysWhatIsInForceWhen() {
        assertThat(folder.run("check")).isEqualTo(ExitCode.OK);
        assertThat(folder.lines()).anyMatch(line -> line.contains("sha256:"));
    }

    @Test
    void namesEveryMistakeOfEveryDocumentOnce() throws IOException {
        folder.copy("city.yaml", "later.yaml");
        folder.replace("later.yaml", "version: C1", "version: C2");
        folder.replace("later.yaml", "\"2018-01-01\", until: \"2019-12-31\"", "\"2020-01-01\"");
        folder.replace("later.yaml", "kind: photo", "kind: foto");
        folder.replace("province.yaml", "years: 60", "years: 600");
        folder.replace("province.yaml", "residence.registered &&", "residence.registerd &&");
        folder.replace("city.yaml", "zh: 证明\n    en: certificate", "zh: 证明");
        folder.replace("city.yaml", "term: termMonths", "terms: termMonths");
        folder.replace("city.yaml", "answers.household == 'here'", "answers.household == true");
        folder.replace("city.yaml", "reason: {zh: 时间太短。, en: Too young.}", "reasons: {zh: 时间太短。, en: Too young.}");
        folder.replace("city.yaml", "state: TOLERABLE", "state: TOLERATED");

        assertThat(folder.run("check")).isEqualTo(ExitCode.UNUSABLE);
        assertThat(folder.printed().lines().filter(line -> line.matches(".*:[0-9]+: .*")))
                .satisfiesExactly(
                        mistake("city.yaml", "zh: 证明", "'en' is not there in papers.certificate"),
                        mistake("city.yaml", "household == true", "is not right"),
                        mistake("city.yaml", "terms:", "unknown key 'terms' in criteria[2].alternatives[2].papers[1]"),
                        mistake("city.yaml", "reasons: {zh", "unknown key 'reasons' in criteria[2].texts.YOUNG"),
                        mistake("city.yaml", "TOLERATED", "is 'TOLERATED'"),
                        mistake("later.yaml", "foto", "there is no paper 'foto'"),
                        mistake("province.yaml", "years: 600", "is '600'"),
                        mistake("province.yaml", "registerd", "'residence.registerd'"));
        assertThat(folder.lines().getLast()).isEqualTo("8 mistakes");
    }

    @Test
    void checksWhatLiesBesideTheStandardsToo() throws IOException {
        folder.replace("index.yaml", "calendar:", "authorities: bodies.yaml\nremedies: remedies.yaml\ncalendar:");
        Files.writeString(
                folder.file("bodies.yaml"), "authorities: [{id: a, kind: police, districts: [\"330102\"]}]\n");
        Files.writeString(folder.file("remedies.yaml"), "refusal: {id: r, zh: 复议, en: review}\n");
        Files.writeString(
                folder.file("workdays.csv"), "date,kind,name\n2018-02-31,holiday,x\n2018-01-01,holliday,x\n\n");

        assertThat(folder.run("check")).isEqualTo(ExitCode.UNUSABLE);
        assertThat(folder.printed().lines().filter(line -> line.matches(".*:[0-9]+: .*")))
                .satisfiesExactly(
                        mistake("bodies.yaml", "id: a", "'name' is not there in authorities[1]"),
                        mistake("remedies.yaml", "id: r", "'basis' is not there in refusal"),
                        mistake("workdays.csv", "02-31", "the line is no day"),
                        mistake("workdays.csv", "holliday", "the line is no day"),
                        line -> assertThat(line).contains("workdays.csv:4: "));
        assertThat(folder.lines().getLast()).isEqualTo("5 mistakes");
    }

    @Test
    void checksANamedStandardAsIfTheIndexNamedIt() throws IOException {
        Path draft = Files.copy(folder.file("city.yaml"), folder.file("draft.yaml"));
        folder.replace("draft.yaml", "version: C1", "version: C2");
        folder.replace("draft.yaml", "\"2018-01-01\", until: \"2019-12-31\"", "\"2020-01-01\"");

        assertThat(folder.run("check", folder.file("city.yaml").toString())).isEqualTo(ExitCode.OK);
        assertThat(folder.lines())
                .hasSize(2)
                .last()
                .isEqualTo(draft + ": not checked, since the index does not name it; name it here");
        assertThat(folder.run("check", draft.toString())).isEqualTo(ExitCode.OK);
        assertThat(folder.lines()).hasSize(2).last().asString().startsWith("pass C2  2020-01-01..");

        folder.replace("draft.yaml", "kind: photo", "kind: foto");
        assertThat(folder.run("check", draft.toString())).isEqualTo(ExitCode.UNUSABLE);
        assertThat(folder.printed()).contains("there is no paper 'foto'");
    }

    @Test
    void refusesWhatItWouldNotCheck() throws IOException {
        Path stranger = Files.createFile(temporary.resolve("stranger.yaml"));
        Path suite = Files.writeString(folder.file("suite.yaml"), "standard: pass\ncases: []\n");

        assertThat(folder.run("check", stranger.toString())).isEqualTo(ExitCode.UNUSABLE);
        assertThat(folder.lines()).first().asString().contains("stranger.yaml does not lie in ");
        assertThat(folder.run("check", suite.toString())).isEqualTo(ExitCode.UNUSABLE);
        assertThat(folder.lines())
                .first()
                .asString()
                .contains("suite.yaml is a case suite: run it with standards test");
        assertThat(folder.run("check", folder.file("none.yaml").toString())).isEqualTo(ExitCode.UNUSABLE);
        assertThat(folder.lines()).first().asString().contains("none.yaml: cannot be read: there is no such file");
    }

    private ThrowingConsumer<String> mistake(String file, String text, String problem) throws IOException {
        String place = folder.file(file) + ":" + folder.line(file, text) + ": ";
        return printed -> assertThat(printed).startsWith(place).contains(problem);
    }
}
