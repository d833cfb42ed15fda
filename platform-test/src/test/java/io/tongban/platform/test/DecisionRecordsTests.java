package io.tongban.platform.test;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The decisions are written in one form and the index names each of them, and the check says so when not. */
class DecisionRecordsTests {

    private static final Path FOLDER = Path.of("docs", "adr");
    private static final String FILE = "0007-two-doors.md";
    private static final String TEXT = """
            # 0007. Two doors

            Date: 2026-11-24 · Status: accepted

            ## Context

            One.

            ## Decision

            Two.

            ## Consequences

            Three.
            """;
    private static final String ROW = "| 0007 | [Two doors](0007-two-doors.md) | 2026-11-24 | accepted |\n";
    private static final String LATER_FILE = "0008-one-door.md";
    private static final String LATER_TEXT = TEXT.replace("0007. Two doors", "0008. One door");
    private static final String LATER_ROW = "| 0008 | [One door](0008-one-door.md) | 2026-11-24 | accepted |\n";

    @Test
    void theDecisionsAreInOneFormAndTheIndexNamesThem() {
        Repository repository = Repository.ofThisModule();
        Path index = FOLDER.resolve("README.md");
        Map<String, String> texts = new TreeMap<>();
        repository.filesEndingIn("").stream()
                .filter(file -> file.startsWith(FOLDER) && !file.equals(index))
                .forEach(file -> texts.put(FOLDER.relativize(file).toString(), repository.read(file)));

        assertThat(texts).hasSizeGreaterThan(50);
        assertThat(new DecisionRecords(texts, repository.read(index)).differences())
                .isEmpty();
    }

    @Test
    void acceptsTheForm() {
        assertThat(differences(TEXT, ROW)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            # 0007. Two doors;       # 7. Two doors;               line 1 is not '# 0007. Title'
            # 0007. Two doors;       # 0007: Two doors;           line 1 is not '# 0007. Title'
            # 0007. Two doors;       # 0008. Two doors;           line 1 is not '# 0007. Title'
            accepted;                accepted.;                   the status is neither
            accepted;                proposed;                    the status is neither
            accepted;                superseded by 0008;          the status is neither
            accepted;                superseded by [0008](0008-gone.md);       the status is neither
            accepted;                superseded by [0009](0008-one-door.md);   the status is neither
            Date: 2026-11-24 ·;      2026-11-24 ·;                line 3, between empty ones, is not
            Date: 2026-11-24 ·;      Date: 2026-11-24.;           line 3, between empty ones, is not
            2026-11-24;              2026-11-31;                  there is no day 2026-11-31
            2026-11-24;              24.11.2026;                  line 3, between empty ones, is not
            ## Context;              ## Status;                   the sections are not
            ## Context;              ### Context;                 the sections are not
            ## Decision;             ## Consequences;             the sections are not
            """)
    void namesWhatIsNotInTheForm(String written, String instead, String complaint) {
        assertThat(differences(TEXT.replace(written, instead), ROW))
                .anySatisfy(difference -> assertThat(difference).startsWith(FILE + ": " + complaint));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            0007 |;            0008 |
            [Two doors];       [Two windows]
            2026-11-24;        2026-11-25
            accepted;          superseded
            (0007-two-doors;   (0007-two-door
            """)
    void namesARowThatIsNotAsTheDecision(String written, String instead) {
        String row = ROW.replace(written, instead);

        assertThat(differences(TEXT, row))
                .containsExactly("README.md: no row " + ROW.strip(), "README.md: no decision is as in " + row.strip());
    }

    @Test
    void namesRowsThatAreMissingTooManyDoubledOrOutOfOrder() {
        assertThat(differences(TEXT, "")).containsExactly("README.md: no row " + ROW.strip());
        assertThat(differences(TEXT, ROW + LATER_ROW))
                .containsExactly("README.md: no decision is as in " + LATER_ROW.strip());
        assertThat(differences(TEXT, ROW + ROW)).singleElement().asString().contains("one for each decision");
        assertThat(new DecisionRecords(Map.of(FILE, TEXT, LATER_FILE, LATER_TEXT), LATER_ROW + ROW).differences())
                .singleElement()
                .asString()
                .contains("in the order of their numbers");
    }

    @Test
    void namesANumberThatIsThereTwiceAndAFileOfAnotherName() {
        Map<String, String> texts = Map.of(FILE, TEXT, "0007-and-another.md", TEXT, "notes.txt", "");

        assertThat(new DecisionRecords(texts, ROW).differences())
                .contains(
                        FILE + ": 0007-and-another.md has the same number", "notes.txt: the name is not NNNN-title.md");
    }

    @Test
    void acceptsADecisionThatAnotherSupersedes() {
        String status = "superseded by [0008](0008-one-door.md)";
        Map<String, String> texts = Map.of(FILE, TEXT.replace("accepted", status), LATER_FILE, LATER_TEXT);

        assertThat(new DecisionRecords(texts, ROW.replace("accepted", status) + LATER_ROW).differences())
                .isEmpty();
    }

    private static List<String> differences(String text, String rows) {
        return new DecisionRecords(
                        Map.of(FILE, text), "| number | decision | date | status |\n|---|---|---|---|\n" + rows)
                .differences();
    }
}
