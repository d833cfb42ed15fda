package io.tongban.engine.forecast;

import io.tongban.engine.contributions.record.ContributionRow;
import io.tongban.engine.contributions.record.PostedFlag;
import io.tongban.engine.contributions.record.UnitKind;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;

/**
 * The record as it will be if the applicant goes on as now: each coming month, the record's own included, is declared in the
 * month, and posts when {@link PostingForecast} says.
 */
public final class ContributionForecast {

    private static final String UNIT = "FORECAST";
    private static final String NORMAL = "10";

    private final ContributionReading today;
    private final String kind;

    public ContributionForecast(ContributionReading today) {
        this.today = today;
        this.kind =
                today.rules().kinds().stream().min(Comparator.naturalOrder()).orElseThrow();
    }

    public ContributionReading today() {
        return today;
    }

    /** What will be read on that day. */
    public ContributionReading on(LocalDate day) {
        Map<YearMonth, ContributionRow> coming = new HashMap<>();
        YearMonth last = YearMonth.from(day);
        for (YearMonth month : today.history().run().pending()) {
            if (!month.isAfter(last)) { // a record may be younger than the application
                coming.put(month, row(month, !today.forecast().ofPending(month).isAfter(day)));
            }
        }
        for (YearMonth month = today.firstToCome(); !month.isAfter(last); month = month.plusMonths(1)) {
            coming.put(month, row(month, !today.forecast().ownDay(month).isAfter(day)));
        }
        return today.on(day, coming);
    }

    /** Names no posted month: a forecast is not late. */
    private ContributionRow row(YearMonth month, boolean posted) {
        return new ContributionRow(
                month,
                kind,
                UNIT,
                UNIT,
                UnitKind.EMPLOYER,
                today.rules().firstAreaIn(month),
                NORMAL,
                null,
                null,
                posted ? PostedFlag.POSTED : PostedFlag.NOT_POSTED,
                null);
    }
}
