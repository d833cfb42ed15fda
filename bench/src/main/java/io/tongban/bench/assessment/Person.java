package io.tongban.bench.assessment;

import io.tongban.engine.assessment.Facts;
import io.tongban.engine.assessment.Identity;
import io.tongban.engine.assessment.Residence;
import io.tongban.engine.contributions.record.ContributionRecord;
import io.tongban.engine.contributions.record.ContributionRow;
import io.tongban.engine.contributions.record.Coverage;
import io.tongban.engine.contributions.record.CoverageState;
import io.tongban.engine.contributions.record.PostedFlag;
import io.tongban.engine.contributions.record.UnitKind;
import io.tongban.engine.papers.Paper;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** People as they come to a window, each with 24 months of contributions to all five kinds of insurance. */
public enum Person {
    /** Two years with one employer, and every paper of the employment route. */
    ELIGIBLE,
    /** Eleven months have posted, the twelfth is declared; the photo may follow. */
    PROVISIONAL,
    /** Two years of contributions, and no proof of employment. */
    INCOMPLETE,
    /** A month was paid back half a year ago, so that half a year is still to come. */
    NOT_YET,
    /** Two years of contributions, all outside the urban area. */
    INELIGIBLE;

    static final LocalDate APPLIED_ON = LocalDate.of(2017, 11, 8);

    private static final int MONTHS = 24;
    private static final String UNIT = "30010001";
    private static final List<String> KINDS = List.of("11", "21", "31", "41", "51");
    private static final List<String> AREAS = List.of(
            "330100", "330199", "330102", "330103", "330104", "330105", "330106", "330108", "330109", "330110",
            "330111", "330112", "330185");

    public Facts facts() {
        return new Facts(
                APPLIED_ON,
                new Identity(true, false, LocalDate.of(1990, 1, 1), Identity.Sex.MALE),
                new Residence(LocalDate.of(2016, 3, 1), false),
                Map.of(),
                papers(),
                new ContributionRecord(APPLIED_ON, coverage(), rows(), 0));
    }

    private List<Paper> papers() {
        Paper contract = new Paper("labour-contract", UNIT, LocalDate.of(2015, 6, 1), null);
        Paper photo = new Paper("photo", null, null, null);
        return switch (this) {
            case ELIGIBLE, NOT_YET -> List.of(contract, photo);
            case PROVISIONAL -> List.of(contract);
            case INCOMPLETE -> List.of(photo);
            case INELIGIBLE -> List.of(new Paper("labour-contract", UNIT, LocalDate.of(2015, 6, 1), null), photo);
        };
    }

    private static List<Coverage> coverage() {
        List<Coverage> coverage = new ArrayList<>();
        AREAS.forEach(
                area -> KINDS.forEach(kind -> coverage.add(Coverage.ofAllMonths(area, kind, CoverageState.ANSWERED))));
        return coverage;
    }

    private List<ContributionRow> rows() {
        List<ContributionRow> rows = new ArrayList<>();
        for (int back = 1; back <= MONTHS; back++) {
            for (String kind : KINDS) {
                rows.add(row(back, kind));
            }
        }
        return rows;
    }

    private ContributionRow row(int back, String kind) {
        YearMonth month = YearMonth.from(APPLIED_ON).minusMonths(back);
        boolean pending = this == PROVISIONAL && back == 1;
        boolean backPaid = (this == NOT_YET && back == 7) || (this == PROVISIONAL && back == 13);
        return new ContributionRow(
                month,
                kind,
                UNIT,
                "杭州甲科技有限公司",
                UnitKind.EMPLOYER,
                this == INELIGIBLE ? "330212" : "330104",
                backPaid ? "31" : "10",
                new BigDecimal("3500.00"),
                new BigDecimal("280.00"),
                pending ? PostedFlag.NOT_POSTED : PostedFlag.POSTED,
                pending ? null : month.plusMonths(1));
    }
}
