package io.tongban.engine.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.engine.library.StandardsLibrary;
import io.tongban.engine.standard.Standard;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the sources are asked follows the day of the record, which moves while a case is open. */
class ContributionQuestionTests {

    private static final LocalDate APPLIED_ON = LocalDate.of(2017, 7, 31);
    private static final Standard STANDARD =
            StandardsLibrary.in(Path.of("..", "standards")).standards().version("residence-permit", "R1");

    @Test
    void asksAreasThatBeganToCountBeforeTheRecordIsRead() {
        Assessor assessor = new Assessor();

        assertThat(assessor.question(STANDARD, "employment", APPLIED_ON, APPLIED_ON)
                        .orElseThrow()
                        .areas())
                .doesNotContain("330112", "330185");
        assertThat(assessor.question(STANDARD, "employment", APPLIED_ON, APPLIED_ON.plusDays(1))
                        .orElseThrow()
                        .areas())
                .contains("330112", "330185");
        assertThat(assessor.question(STANDARD, "employment", APPLIED_ON, APPLIED_ON.plusDays(1))
                        .orElseThrow()
                        .from())
                .isEqualTo(YearMonth.of(2014, 7));
    }

    @Test
    void oneQuestionServesTwoVersions() {
        ContributionQuestion one =
                new ContributionQuestion(List.of("330104", "330106"), List.of("11"), YearMonth.of(2015, 7));
        ContributionQuestion other =
                new ContributionQuestion(List.of("330102", "330104"), List.of("11", "31"), YearMonth.of(2014, 7));

        assertThat(one.and(other))
                .isEqualTo(other.and(one))
                .isEqualTo(new ContributionQuestion(
                        List.of("330102", "330104", "330106"), List.of("11", "31"), YearMonth.of(2014, 7)));
    }
}
