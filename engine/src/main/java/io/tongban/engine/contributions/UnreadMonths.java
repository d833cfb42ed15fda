package io.tongban.engine.contributions;

import io.tongban.engine.contributions.record.ContributionRecord;
import io.tongban.engine.contributions.record.Coverage;
import io.tongban.engine.contributions.record.CoverageState;
import io.tongban.engine.contributions.record.CoveredMonths;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;

/** Of which months, up to the record's, not every counted area and kind was read. */
final class UnreadMonths {

    private final CoveredMonths covered;
    private final YearMonth asOfMonth;
    private final List<AreaOfKind> troubled = new ArrayList<>();

    private record AreaOfKind(CountedArea area, String kind) {}

    /** Months before {@code oldest} are not looked at. */
    UnreadMonths(ContributionRecord record, CoveredMonths covered, CountingRules rules, YearMonth oldest) {
        this.covered = covered;
        this.asOfMonth = YearMonth.from(record.asOf());
        for (CountedArea area : rules.areas()) {
            for (String kind : rules.kinds()) {
                if (!isReadThroughout(record.coverage(), area.area(), kind, oldest)) {
                    troubled.add(new AreaOfKind(area, kind));
                }
            }
        }
    }

    boolean isUnread(YearMonth month) {
        if (month.isAfter(asOfMonth)) {
            return false;
        }
        for (AreaOfKind asked : troubled) {
            if (asked.area().countsIn(month)) {
                CoverageState state = covered.state(asked.area().area(), asked.kind(), month);
                if (state == null || state == CoverageState.SILENT) {
                    return true;
                }
            }
        }
        return false;
    }

    /** The usual answer: one span over all that is looked at. */
    private boolean isReadThroughout(List<Coverage> coverage, String area, String kind, YearMonth oldest) {
        boolean throughout = false;
        for (Coverage span : coverage) {
            if (span.area().equals(area) && span.kind().equals(kind)) {
                if (span.state() == CoverageState.SILENT) {
                    return false;
                }
                throughout |= span.covers(oldest) && span.covers(asOfMonth);
            }
        }
        return throughout;
    }
}
