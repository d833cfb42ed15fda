package io.tongban.permit.assessment;

import io.tongban.permit.contributions.ContributionRecord;
import io.tongban.permit.contributions.ContributionRow;
import io.tongban.permit.contributions.MonthState;
import io.tongban.permit.contributions.PostedFlag;
import io.tongban.permit.contributions.UnitKind;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;

/**
 * The record as it will be if the applicant goes on as now: each coming month, the record's own included, is declared in the
 * month, and posts when {@link PostingForecast} says.
 */
final class ContributionForecast {

    private static final String UNIT = "forecast";
    private static final String NORMAL = "10";

    private final ContributionRecord record;
    private final ContributionReading today;

    ContributionForecast(ContributionRecord record, ContributionReading today) {
        this.record = record;
        this.today = today;
    }

    ContributionReading today() {
        return today;
    }

    ContributionRecord on(LocalDate day) {
        YearMonth asOfMonth = today.history().asOfMonth();
        List<ContributionRow> rows = new ArrayList<>(record.rows());
        rows.removeIf(row -> row.month() != null && row.month().isAfter(asOfMonth));
        for (YearMonth month : today.history().run().pending()) {
            rows.add(row(month, !today.forecast().ofPending(month).isAfter(day)));
        }
        for (YearMonth month : coming(day)) {
            rows.add(row(month, !today.forecast().ownDay(month).isAfter(day)));
        }
        return new ContributionRecord(day, record.coverage(), rows, record.duplicateRows());
    }

    /** The months from the record's own on, but for that one if it is paid or pending. */
    private List<YearMonth> coming(LocalDate day) {
        YearMonth asOfMonth = today.history().asOfMonth();
        MonthState state = today.history().month(asOfMonth).state();
        boolean open = state != MonthState.PAID && state != MonthState.PENDING;
        List<YearMonth> coming = new ArrayList<>();
        YearMonth first = open ? asOfMonth : asOfMonth.plusMonths(1);
        for (YearMonth month = first; !month.isAfter(YearMonth.from(day)); month = month.plusMonths(1)) {
            coming.add(month);
        }
        return coming;
    }

    /** Names no posted month: a forecast is not late. */
    private ContributionRow row(YearMonth month, boolean posted) {
        return new ContributionRow(
                month,
                today.rules().kinds().stream().sorted().findFirst().orElseThrow(),
                UNIT,
                UNIT,
                UnitKind.EMPLOYER,
                today.rules().areasIn(month).stream().sorted().findFirst().orElse(""),
                NORMAL,
                null,
                null,
                posted ? PostedFlag.POSTED : PostedFlag.NOT_POSTED,
                null);
    }
}
