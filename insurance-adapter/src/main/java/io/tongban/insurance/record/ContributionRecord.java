package io.tongban.insurance.record;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One person's clean rows on the day they were read, with what was covered.
 *
 * @param duplicateRows how many rows were dropped because all their canonical fields equal another row's
 */
public record ContributionRecord(LocalDate asOf, List<Coverage> coverage, List<CleanRow> rows, int duplicateRows) {

    public ContributionRecord {
        coverage = List.copyOf(coverage);
        rows = List.copyOf(rows);
    }

    /** Makes a record of what was read: equal rows become one, and the order in which things were read leaves no trace. */
    public static ContributionRecord of(LocalDate asOf, List<Coverage> coverage, List<CleanRow> read) {
        Map<ContributionRow, CleanRow> distinct = new LinkedHashMap<>();
        read.forEach(row -> distinct.putIfAbsent(row.row(), row));
        return new ContributionRecord(
                asOf,
                coverage.stream().sorted(Coverage.ORDER).toList(),
                distinct.values().stream()
                        .sorted(Comparator.comparing(CleanRow::row, ContributionRow.ORDER))
                        .toList(),
                read.size() - distinct.size());
    }
}
