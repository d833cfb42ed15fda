package io.tongban.engine.comparison.lint;

import java.util.ArrayList;
import java.util.List;

/** What lint says of a whole standard beside its findings: the branches that are reached, and the ends of months. */
public record StandardReport(String standard, Branches branches, List<MonthEndPlace> monthEnds) {

    public StandardReport {
        monthEnds = List.copyOf(monthEnds);
    }

    /** The lines to print. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(standard);
        branches.lines().forEach(line -> lines.add("  " + line));
        lines.add("  " + monthEnds.size() + " places add months to a date");
        monthEnds.forEach(place -> place.lines().forEach(line -> lines.add("    " + line)));
        return lines;
    }
}
