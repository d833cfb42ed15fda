package io.tongban.engine.contributions;

import io.tongban.engine.contributions.record.ContributionRow;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Rows by their months, as far back as there are any. */
final class PlacedRows {

    private final YearMonth latest;
    private final CountingRules rules;
    private final List<@Nullable RowsOfMonth> back = new ArrayList<>();

    /** None yet; all will be of {@code latest} or months before. */
    PlacedRows(YearMonth latest, CountingRules rules) {
        this.latest = latest;
        this.rules = rules;
    }

    static int monthsBetween(YearMonth earlier, YearMonth later) {
        return (later.getYear() - earlier.getYear()) * 12 + later.getMonthValue() - earlier.getMonthValue();
    }

    /** False if the row, which is of this month, was there before; then there is still one of it. */
    boolean add(YearMonth month, ContributionRow row) {
        int at = monthsBetween(month, latest);
        while (back.size() <= at) {
            back.add(null);
        }
        RowsOfMonth rows = back.get(at);
        if (rows == null) {
            back.set(at, new RowsOfMonth(month, rules, row));
            return true;
        }
        return rows.add(row);
    }

    /** How many months before the latest the oldest row is. */
    int oldest() {
        return Math.max(0, back.size() - 1);
    }

    /** The rows so many months before the latest; null if there are none. */
    @Nullable
    RowsOfMonth monthBack(int months) {
        return months < back.size() ? back.get(months) : null;
    }

    /** These rows without those after {@code month}, and one more in some months, none of them later. */
    PlacedRows upTo(YearMonth month, Map<YearMonth, ContributionRow> coming) {
        PlacedRows then = new PlacedRows(month, rules);
        int later = monthsBetween(latest, month);
        int size = back.isEmpty() ? 0 : back.size() + later;
        for (int at = 0; at < size; at++) {
            then.back.add(at < later ? null : back.get(at - later));
        }
        coming.forEach(then::addToCopy);
        return then;
    }

    /** Leaves the month as it is where it came from. */
    private void addToCopy(YearMonth month, ContributionRow row) {
        int at = monthsBetween(month, latest);
        RowsOfMonth shared = monthBack(at);
        if (shared == null) {
            add(month, row);
        } else {
            back.set(at, shared.with(row));
        }
    }
}
