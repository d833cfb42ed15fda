package io.tongban.engine.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.engine.contributions.record.ContributionRecord;
import io.tongban.engine.contributions.record.ContributionRow;
import io.tongban.engine.contributions.record.Coverage;
import io.tongban.engine.contributions.record.CoverageState;
import io.tongban.engine.contributions.record.PostedFlag;
import io.tongban.engine.contributions.record.UnitKind;
import io.tongban.engine.library.StandardsLibrary;
import io.tongban.engine.standard.Standard;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A year of paid months with one odd row in 2016-10: what the notice says names that row. */
class NamedRowsTests {

    private static final YearMonth ODD = YearMonth.of(2016, 10);
    private static final LocalDate APPLIED_ON = LocalDate.of(2017, 5, 8);
    private static final Standard STANDARD =
            StandardsLibrary.in(Path.of("..", "standards")).standards().version("residence-permit", "R1");

    @ParameterizedTest(name = "{0} {1} {2}")
    @CsvSource(textBlock = """
            # type, posted, amount, other rows of the month, code of the reason, its figures beside month and unit
            89,  1, 280,   false, ROW_OF_UNKNOWN_TYPE,  type 89 amount 280
            '',  1, 280,   false, ROW_OF_UNKNOWN_TYPE,  type – amount 280
            89,  1, ,      false, ROW_OF_UNKNOWN_TYPE,  type 89 amount –
            10,  1, 0,     false, ROW_OF_ZERO,
            20,  0, 280,   true,  ROW_REFUND_ANNOUNCED,
            20,  1, 280,   true,  REFUND,
            10,  1, -280,  true,  REVERSED,
            22,  1, 280,   false, NOT_COUNTED,          type 22
            34,  1, 20,    false, NOT_COUNTED,          type 34
            89,  0, 280,   false, NOT_COUNTED,          type 89
            89,  1, 0,     false, NOT_COUNTED,          type 89
            """)
    void isNamedInTheReason(
            String type,
            String posted,
            @Nullable String amount,
            boolean beside,
            String code,
            @Nullable String figures) {
        List<ContributionRow> odd = new ArrayList<>(List.of(row(ODD, type, posted, amount, null)));
        if (beside) {
            odd.add(row(ODD, "10", "1", "280", null));
        }

        List<Reason> reasons = reasons(odd);

        assertThat(reasons).extracting(Reason::code).contains(code).doesNotContain("GAP");
        assertThat(reasons)
                .filteredOn(reason -> reason.code().equals(code))
                .singleElement()
                .satisfies(reason -> {
                    assertThat(reason.figures())
                            .containsEntry("month", "2016-10")
                            .containsEntry("unit", "30010001")
                            .containsEntry("unitName", "杭州甲科技有限公司");
                    if (figures != null) {
                        String[] words = figures.split(" ", -1);
                        for (int at = 0; at < words.length; at += 2) {
                            assertThat(reason.figures()).containsEntry(words[at], words[at + 1]);
                        }
                    }
                    assertThat(reason.reason().zh()).contains("2016-10", "杭州甲科技有限公司");
                    assertThat(reason.reason().en()).contains("2016-10", "杭州甲科技有限公司");
                });
    }

    @Test
    void aLateRowIsNamedWithTheMonthInWhichItWasPosted() {
        List<Reason> reasons = reasons(List.of(row(ODD, "10", "1", "280", YearMonth.of(2017, 3))));

        assertThat(reasons).extracting(Reason::code).containsExactly("POSTED_LATE", "ROW_POSTED_LATE");
        assertThat(reasons.getLast().figures()).containsEntry("postedMonth", "2017-03");
    }

    @Test
    void whatBreaksARunIsNamedAlsoWhereNothingIsOlder() {
        List<ContributionRow> refunded = new ArrayList<>();
        for (YearMonth month = YearMonth.of(2016, 4); !month.isAfter(ODD); month = month.plusMonths(1)) {
            refunded.add(row(month, "20", "1", "280", null));
        }

        assertThat(reasons(refunded))
                .filteredOn(reason -> reason.code().equals("REFUND"))
                .extracting(reason -> reason.figures().get("month"))
                .containsExactly("2016-05", "2016-06", "2016-07", "2016-08", "2016-09");
    }

    @Test
    void aRefundOfOneUnitDoesNotHideTheArrearsOfAnother() {
        ContributionRow owed = new ContributionRow(
                ODD,
                "11",
                "30010002",
                "浙江乙公司",
                UnitKind.EMPLOYER,
                "330104",
                "10",
                null,
                null,
                PostedFlag.NOT_POSTED,
                null);

        List<Reason> reasons =
                reasons(List.of(row(ODD, "10", "1", "280", null), row(ODD, "20", "1", "280", null), owed));

        assertThat(reasons).extracting(Reason::code).contains("REFUND", "ARREARS");
        assertThat(reasons)
                .filteredOn(reason -> reason.code().equals("ARREARS"))
                .singleElement()
                .satisfies(reason -> assertThat(reason.figures()).containsEntry("unit", "30010002"));
    }

    @Test
    void aRefundOfWhatWasNeverPaidIsNoRefund() {
        assertThat(reasons(List.of(row(ODD, "20", "1", "0", null))))
                .extracting(Reason::code)
                .contains("NOT_COUNTED")
                .doesNotContain("REFUND", "GAP");
    }

    @Test
    void aMonthWithoutAnyRowIsAGap() {
        assertThat(reasons(List.of())).extracting(Reason::code).contains("GAP");
    }

    @Test
    void aRowWithoutACodeIsNamedByItsUnitsName() {
        ContributionRow withoutCode = new ContributionRow(
                ODD,
                "11",
                "",
                "杭州丁公司",
                UnitKind.EMPLOYER,
                "330104",
                "89",
                null,
                BigDecimal.TEN,
                PostedFlag.POSTED,
                null);

        assertThat(reasons(List.of(withoutCode)))
                .filteredOn(reason -> reason.code().equals("ROW_OF_UNKNOWN_TYPE"))
                .singleElement()
                .satisfies(reason ->
                        assertThat(reason.figures()).containsEntry("unit", "–").containsEntry("unitName", "杭州丁公司"));
    }

    private static List<Reason> reasons(List<ContributionRow> odd) {
        List<ContributionRow> rows = new ArrayList<>(odd);
        for (YearMonth month = YearMonth.of(2016, 4);
                month.isBefore(YearMonth.of(2017, 5));
                month = month.plusMonths(1)) {
            if (!month.equals(ODD)) {
                rows.add(row(month, "10", "1", "280", null));
            }
        }
        List<Coverage> coverage = new Assessor()
                .question(STANDARD, "employment", APPLIED_ON, APPLIED_ON).orElseThrow().areas().stream()
                        .map(area -> Coverage.ofAllMonths(area, "11", CoverageState.ANSWERED))
                        .toList();
        return new Assessor()
                .assess(
                        STANDARD,
                        "employment",
                        SomeApplicant.with(APPLIED_ON, null, new ContributionRecord(APPLIED_ON, coverage, rows, 0)))
                .criterion("contributions")
                .orElseThrow()
                .reasons();
    }

    private static ContributionRow row(
            YearMonth month, String type, String posted, @Nullable String amount, @Nullable YearMonth postedMonth) {
        return new ContributionRow(
                month,
                "11",
                "30010001",
                "杭州甲科技有限公司",
                UnitKind.EMPLOYER,
                "330104",
                type,
                null,
                amount == null ? null : new BigDecimal(amount),
                PostedFlag.ofCode(posted),
                postedMonth);
    }
}
