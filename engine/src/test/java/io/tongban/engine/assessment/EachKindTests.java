package io.tongban.engine.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.tongban.engine.contributions.record.ContributionRecord;
import io.tongban.engine.contributions.record.ContributionRow;
import io.tongban.engine.contributions.record.Coverage;
import io.tongban.engine.contributions.record.CoverageState;
import io.tongban.engine.contributions.record.PostedFlag;
import io.tongban.engine.contributions.record.UnitKind;
import io.tongban.engine.library.StandardsLibrary;
import io.tongban.engine.standard.Standard;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the applicant reads where no kind of insurance makes up for another. */
class EachKindTests {

    private static final Standard GUANGZHOU = StandardsLibrary.in(Path.of("src", "test", "resources", "cities"))
            .standards()
            .version("guangzhou-residence-permit", "GZ1");

    private static final LocalDate APPLIED_ON = LocalDate.of(2017, 6, 20);

    private final List<ContributionRow> rows = new ArrayList<>();

    @Test
    void namesEachKindThatIsShortWithItsOwnFigures() {
        paidTo("2017-05", 12, "11");
        paidTo("2017-05", 11, "21");
        paidTo("2017-05", 12, "31");
        paidTo("2017-05", 10, "41");

        CriterionResult contributions = contributions();

        assertThat(contributions.reasons())
                .extracting(
                        reason -> reason.figures().get("kind"),
                        reason -> reason.reason().zh(),
                        reason -> reason.remedy().en())
                .containsExactly(
                        tuple(
                                "41",
                                "截至2017-06-20工伤保险连续到账10个月，需满12个月。",
                                "With contributions each month it is enough by 2017-07. A month that is settled late is looked"
                                        + " at by a person."),
                        tuple(
                                "21",
                                "截至2017-06-20失业保险连续到账11个月，需满12个月。",
                                "With contributions each month it is enough by 2017-06. A month that is settled late is looked"
                                        + " at by a person."));
        assertThat(contributions.figures()).containsEntry("counted", "10");
    }

    @Test
    void namesTheKindOfAGap() {
        paidTo("2017-05", 12, "11", "21", "31");
        paidTo("2017-05", 5, "41");
        paidTo("2016-11", 6, "41");

        assertThat(contributions().reasons())
                .extracting(Reason::code, reason -> reason.reason().en())
                .contains(tuple("GAP", "There is no work injury insurance contribution for 2016-12."));
    }

    @Test
    void saysOnceWhatIsTheSameOfEveryKind() {
        paidTo("2017-05", 12, "11", "21", "31", "41");

        assertThat(assess(APPLIED_ON.minusDays(46))
                        .criterion("contributions")
                        .orElseThrow()
                        .reasons())
                .extracting(Reason::code)
                .containsExactly("STALE");
    }

    private CriterionResult contributions() {
        return assess(APPLIED_ON).criterion("contributions").orElseThrow();
    }

    private Assessment assess(LocalDate asOf) {
        List<Coverage> coverage = List.of("11", "21", "31", "41", "51").stream()
                .map(kind -> Coverage.ofAllMonths("440100", kind, CoverageState.ANSWERED))
                .toList();
        return new Assessor()
                .assess(
                        GUANGZHOU,
                        "employment",
                        SomeApplicant.with(APPLIED_ON, null, new ContributionRecord(asOf, coverage, rows, 0)));
    }

    private void paidTo(String last, int months, String... kinds) {
        for (String kind : kinds) {
            for (int back = 0; back < months; back++) {
                rows.add(new ContributionRow(
                        YearMonth.parse(last).minusMonths(back),
                        kind,
                        "30010001",
                        "甲",
                        UnitKind.EMPLOYER,
                        "440100",
                        "10",
                        null,
                        null,
                        PostedFlag.POSTED,
                        null));
            }
        }
    }
}
