package io.tongban.engine.comparison.person;

import io.tongban.engine.contributions.ContributionRow;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;

/** Rows of one contribution record that say the same of consecutive months. */
public record RowSpan(YearMonth first, YearMonth last, ContributionRow row) {

    /** The spans of rows that all have a month, oldest first. */
    public static List<RowSpan> of(List<ContributionRow> rows) {
        List<RowSpan> spans = new ArrayList<>();
        for (ContributionRow row : rows) {
            YearMonth month = row.month();
            if (month == null) {
                throw new IllegalArgumentException("a row without a month has no place in a span");
            }
            RowSpan last = spans.isEmpty() ? null : spans.getLast();
            if (last != null && last.last().plusMonths(1).equals(month) && last.saysTheSameAs(row)) {
                spans.set(spans.size() - 1, new RowSpan(last.first(), month, last.row()));
            } else {
                spans.add(new RowSpan(month, month, row));
            }
        }
        return spans;
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
