package io.tongban.engine.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.engine.EngineCommand;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What lint says of the published standards: nothing is left to mend, and every branch is reached that can be. */
class PublishedStandardsLintTests {

    private static final Path PUBLISHED = Path.of("..", "standards");

    private static List<String> lines = List.of();
    private static int exit;

    @BeforeAll
    static void lookAtThem() {
        StringWriter out = new StringWriter();
        PrintWriter writer = new PrintWriter(out, true);
        exit = EngineCommand.run(writer, writer, "standards", "lint", "--standards", PUBLISHED.toString());
        lines = out.toString().lines().map(String::strip).toList();
    }

    @Test
    void findsNoFlaw() {
        assertThat(exit).isZero();
        assertThat(lines).last().isEqualTo("0 flaws, 10 notes");
    }

    @Test
    void reachesEveryBranchButThoseOfOtherSettings() {
        assertThat(lines)
                .containsSubsequence(
                        "residence-permit R1", "93 of 98 branches reached",
                        "residence-permit R2", "77 of 82 branches reached",
                        "elder-card E1", "21 of 23 branches reached");
        assertThat(lines.stream()
                        .filter(line -> line.startsWith("not reached: "))
                        .map(line -> line.replaceFirst(".*[/\\\\](.+yaml):[0-9]+: ", "$1 "))
                        .distinct())
                .containsExactlyInAnyOrder(
                        "Z1.yaml rule 3 of photo (MISSING), decides only with photo.tolerable: false",
                        "Z1.yaml rule 1 of address-paper (MET), address-paper is asked only with address-paper.asked: true",
                        "Z1.yaml rule 2 of address-paper (NOT_YET), address-paper is asked only with address-paper.asked: true",
                        "Z1.yaml rule 3 of address-paper (MISSING), address-paper is asked only with address-paper.asked: true",
                        "Z1.yaml rule 4 of address-paper (MISSING), address-paper is asked only with address-paper.asked: true",
                        "E1.yaml rule 3 of household (FAILED), decides only with household.residents: false",
                        "E1.yaml rule 2 of photo (TOLERABLE), decides only with photo.tolerable: true");
    }

    @Test
    void showsWhomTheOtherDayConcernsInEveryPlaceButOne() {
        assertThat(lines)
                .containsSubsequence("residence-permit R1", "8 places add months to a date")
                .containsSubsequence("residence-permit R2", "5 places add months to a date")
                .containsSubsequence("elder-card E1", "2 places add months to a date");
        assertThat(lines.stream().filter(line -> line.startsWith("with the other day ")))
                .hasSize(14);
        assertThat(lines.stream().filter(line -> line.startsWith("the other day changes nothing")))
                .as("60 years after a 29 February there is one, before 2100")
                .hasSize(1);
    }
}
