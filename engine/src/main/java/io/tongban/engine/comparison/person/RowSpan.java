package io.tongban.engine.comparison.person;

import io.tongban.engine.contributions.record.ContributionRow;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;

/** Rows of one kind in a contribution record that say the same of consecutive months. */
public record RowSpan(YearMonth first, YearMonth last, ContributionRow row) {

    /** The spans of rows that all have a month, oldest first. */
    public static List<RowSpan> of(List<ContributionRow> rows) {
        List<RowSpan> spans = new ArrayList<>();
        for (ContributionRow row : rows) {
            YearMonth month = row.month();
            if (month == null) {
                throw new IllegalArgumentException("a row without a month has no place in a span");
            }
            int latest = latestOf(row.kind(), spans);
            RowSpan last = latest < 0 ? null : spans.get(latest);
            if (last != null && last.last().plusMonths(1).equals(month) && last.saysTheSameAs(row)) {
                spans.set(latest, new RowSpan(last.first(), month, last.row()));
            } else {
                spans.add(new RowSpan(month, month, row));
            }
        }
        return spans;
    }

    private static int latestOf(String kind, List<RowSpan> spans) {
        int latest = spans.size() - 1;
        while (latest >= 0 && !spans.get(latest).row().kind().equals(kind)) {
            latest--;
        }
        return latest;
    }

    public String months() {
        return first.equals(last) ? first.toString() : first + ".." + last;
    }

    private boolean saysTheSameAs(ContributionRow other) {
        return new ContributionRow(
                        other.month(),
                        row.kind(),
                        row.unit(),
                        row.unitName(),
                        row.unitKind(),
                        row.area(),
                        row.type(),
                        row.base(),
                        row.amount(),
                        row.posted(),
                        row.postedMonth())
                .equals(other);
    }
}
