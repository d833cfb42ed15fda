package io.tongban.engine.contributions.record;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What of a record was read: by area, kind and month. What is not listed was not answered. */
public final class CoveredMonths {

    private final List<Coverage> coverage;
    private final Map<AreaOfKind, List<Coverage>> found = new HashMap<>();

    private record AreaOfKind(String area, String kind) {}

    public CoveredMonths(ContributionRecord record) {
        this.coverage = record.coverage();
    }

    /** Whether the row lies in a span that was read whole. */
    public boolean isRead(ContributionRow row) {
        YearMonth month = row.month();
        boolean read = false;
        for (Coverage span : of(row.area(), row.kind())) {
            if (month == null ? span.coversAllMonths() || span.state() != CoverageState.SILENT : span.covers(month)) {
                if (span.state() == CoverageState.SILENT) {
                    return false;
                }
                read = true; // also of a source that says it has no such person: it has rows
            }
        }
        return read;
    }

    /** What is known of an area and kind in a month beside the rows; null: no source said anything. */
    @Nullable
    public CoverageState state(String area, String kind, YearMonth month) {
        CoverageState state = null;
        for (Coverage span : of(area, kind)) {
            if (span.covers(month)) {
                if (span.state() == CoverageState.SILENT) {
                    return CoverageState.SILENT;
                }
                state = state == CoverageState.ANSWERED ? state : span.state();
            }
        }
        return state;
    }

    /** The coverage is searched once for each area and kind, however many rows there are of them. */
    private List<Coverage> of(String area, String kind) {
        AreaOfKind about = new AreaOfKind(area, kind);
        List<Coverage> known = found.get(about);
        if (known == null) {
            known = new ArrayList<>(2);
            for (Coverage span : coverage) {
                if (span.area().equals(area) && span.kind().equals(kind)) {
                    known.add(span);
                }
            }
            found.put(about, known);
        }
        return known;
    }
}
