package io.tongban.engine.contributions;

import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How a standard counts contribution months, as plain values.
 *
 * @param months how many months the standard asks for
 * @param gapMonths how many months in a row that are not paid break the run
 * @param lateAfterMonths a month is posted late when its posted month is more than so many months after it
 */
public record CountingRules(
        int months, Set<String> kinds, List<CountedArea> areas, int gapMonths, int lateAfterMonths) {

    public CountingRules {
        kinds = Set.copyOf(kinds);
        areas = List.copyOf(areas);
        if (months < 1 || gapMonths < 1 || lateAfterMonths < 0) {
            throw new IllegalArgumentException("months and gapMonths must be at least 1, lateAfterMonths at least 0");
        }
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
