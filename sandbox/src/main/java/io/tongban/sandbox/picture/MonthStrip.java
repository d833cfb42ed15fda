package io.tongban.sandbox.picture;

import io.tongban.sandbox.picture.Assessed.Month;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** Contribution months as one line a year, from the first year in which anything was recorded, with a legend. */
final class MonthStrip {

    /** As many as a line of the page has room for. */
    private static final int LEGEND_ENTRIES = 4;

    private final Ink ink;

    MonthStrip(Ink ink) {
        this.ink = ink;
    }

    /** No line at all if nothing was recorded. */
    List<String> lines(List<Month> months) {
        TreeMap<YearMonth, MonthMark> marks = new TreeMap<>();
        months.forEach(month -> marks.put(month.month(), MonthMark.of(month)));
        while (!marks.isEmpty() && marks.firstEntry().getValue() == MonthMark.MISSING) {
            marks.pollFirstEntry();
        }
        if (marks.isEmpty()) {
            return List.of();
        }
        List<String> lines = new ArrayList<>();
        lines.add("      " + ink.quiet("01 02 03 04 05 06 07 08 09 10 11 12"));
        for (int year = marks.firstKey().getYear(); year <= marks.lastKey().getYear(); year++) {
            lines.add(year + "  " + line(marks, year));
        }
        lines.addAll(legend(marks));
        return lines;
    }

    private List<String> legend(Map<YearMonth, MonthMark> marks) {
        List<String> shown = new TreeSet<>(marks.values())
                .stream().map(mark -> mark.legend(ink)).toList();
        List<String> lines = new ArrayList<>();
        for (int from = 0; from < shown.size(); from += LEGEND_ENTRIES) {
            lines.add("      "
                    + String.join("   ", shown.subList(from, Math.min(shown.size(), from + LEGEND_ENTRIES))));
        }
        return lines;
    }

    private String line(Map<YearMonth, MonthMark> marks, int year) {
        List<String> cells = new ArrayList<>();
        for (int month = 1; month <= 12; month++) {
            MonthMark mark = marks.get(YearMonth.of(year, month));
            cells.add(mark == null ? "  " : mark.drawn(ink));
        }
        return String.join(" ", cells).stripTrailing();
    }
}
