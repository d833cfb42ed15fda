package io.tongban.engine.contributions;

import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How a standard counts contribution months, as plain values.
 *
 * @param months how many months in a row the standard asks for
 * @param kinds of which one suffices in a month
 * @param gapMonths how many months in a row that are not paid break the run
 * @param endsWithin the run's last month is at most so many months before the record's, pending months not counted
 * @param window another way to have enough; null: there is none
 * @param lateAfterMonths a month is posted late when its posted month is more than so many months after it
 */
public record CountingRules(
        int months,
        Set<String> kinds,
        List<CountedArea> areas,
        int gapMonths,
        int endsWithin,
        @Nullable Window window,
        int lateAfterMonths) {

    public CountingRules {
        kinds = Set.copyOf(kinds);
        areas = List.copyOf(areas);
        if (months < 1 || gapMonths < 1 || endsWithin < 1 || lateAfterMonths < 0) {
            throw new IllegalArgumentException(
                    "months, gapMonths and endsWithin must be at least 1, lateAfterMonths at least 0");
        }
    }

    /**
     * So many paid months among the last ones, in a row or not.
     *
     * @param size how many months are looked at
     */
    public record Window(int months, int size) {

        public Window {
            if (months < 1 || months > size) {
                throw new IllegalArgumentException("of " + size + " months there are never " + months);
            }
        }
    }

    /** How far back a month can matter to either way of having enough. */
    public int reach() {
        return window == null ? months : Math.max(months, window.size());
    }

    /** Of the areas that count for a contribution of this month the first by its code; empty if none does. */
    public String firstAreaIn(YearMonth month) {
        String first = "";
        for (CountedArea counted : areas) {
            if (counted.countsIn(month) && (first.isEmpty() || counted.area().compareTo(first) < 0)) {
                first = counted.area();
            }
        }
        return first;
    }

    /** The areas that count in this month or counted before. */
    public Set<String> areasUntil(YearMonth month) {
        return areas.stream()
                .filter(area -> area.hasBegunBy(month))
                .map(CountedArea::area)
                .collect(Collectors.toUnmodifiableSet());
    }

    boolean countsArea(String area, YearMonth month) {
        for (CountedArea counted : areas) {
            if (counted.area().equals(area) && counted.countsIn(month)) {
                return true;
            }
        }
        return false;
    }

    boolean countsKind(String kind) {
        return kinds.contains(kind);
    }
}
