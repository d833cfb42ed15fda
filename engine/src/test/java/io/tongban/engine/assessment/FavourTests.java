package io.tongban.engine.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.engine.rule.NamedPaper;
import io.tongban.engine.standard.StandardReference;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which version counts for an applicant. */
class FavourTests {

    @ParameterizedTest(name = "{0} {1} {2}; {3} {4} {5}: {6}")
    @CsvSource(nullValues = "?", textBlock = """
        INCOMPLETE, 2017-05-01, 1, ELIGIBLE,   2017-05-01, 0, NEWER
        INCOMPLETE, 2017-05-01, 1, ELIGIBLE,   2017-06-01, 9, NEWER
        NOT_YET,    ?,          0, INCOMPLETE, 2017-06-01, 9, NEWER
        ELIGIBLE,   2017-05-01, 0, PROVISIONAL, 2017-04-01, 0, PINNED
        NOT_YET,    2017-05-01, 0, REVIEW,     ?,          0, PINNED
        REVIEW,     ?,          3, INELIGIBLE, ?,          0, PINNED
        NOT_YET,    2017-05-02, 1, NOT_YET,    2017-05-01, 1, NEWER
        NOT_YET,    2017-05-02, 1, NOT_YET,    2017-05-02, 1, PINNED
        NOT_YET,    2017-05-02, 1, NOT_YET,    2017-05-03, 1, PINNED
        NOT_YET,    2017-05-02, 2, NOT_YET,    2017-05-02, 1, NEWER
        NOT_YET,    2017-05-02, 1, NOT_YET,    2017-05-02, 2, PINNED
        NOT_YET,    2017-05-02, 2, NOT_YET,    2017-05-01, 1, NEWER
        NOT_YET,    2017-05-02, 1, NOT_YET,    2017-05-01, 2, APPLICANTS_CHOICE
        NOT_YET,    2017-05-01, 2, NOT_YET,    2017-05-02, 1, APPLICANTS_CHOICE
        REVIEW,     ?,          1, REVIEW,     2017-05-01, 1, NEWER
        REVIEW,     2017-05-01, 1, REVIEW,     ?,          1, PINNED
        REVIEW,     ?,          1, REVIEW,     2017-05-01, 2, APPLICANTS_CHOICE
        REVIEW,     2017-05-01, 2, REVIEW,     ?,          1, APPLICANTS_CHOICE
        REVIEW,     ?,          2, REVIEW,     ?,          1, NEWER
        REVIEW,     ?,          1, REVIEW,     ?,          1, PINNED
        """)
    void betterOutcomeThenSoonerOrWithFewerPapers(
            Outcome keptOutcome,
            @Nullable LocalDate keptReadyOn,
            int keptPapers,
            Outcome newerOutcome,
            @Nullable LocalDate newerReadyOn,
            int newerPapers,
            Favour expected) {
        assertThat(Favour.between(
                        assessment("R1", keptOutcome, keptReadyOn, keptPapers),
                        assessment("R2", newerOutcome, newerReadyOn, newerPapers)))
                .isEqualTo(expected);
    }

    private static Assessment assessment(
            String version, Outcome outcome, @Nullable LocalDate readyOn, int papersToBring) {
        return new Assessment(
                new StandardReference("item", version, "sha256:" + version),
                "route",
                LocalDate.of(2017, 4, 6),
                null,
                outcome,
                List.of(),
                readyOn,
                null,
                IntStream.range(0, papersToBring)
                        .mapToObj(i -> new NamedPaper("paper-" + i))
                        .toList(),
                List.of(),
                List.of(),
                null,
                Set.of());
    }
}
