package io.tongban.insurance.source;

import io.tongban.insurance.record.Area;
import io.tongban.insurance.record.CleanRow;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What one source said about a person.
 *
 * @param areas the areas that were asked and for which this source answers
 * @param years what came of each year of each kind that was asked
 * @param exchanges every request that was made
 */
public record SourceReading(
        String source, Set<Area> areas, Map<YearOfKind, YearReading> years, List<Exchange> exchanges) {

    public SourceReading {
        areas = Set.copyOf(areas);
        years = Map.copyOf(years);
        exchanges = List.copyOf(exchanges);
    }

    /** Everything that was read, also of years that were not read to the end, and of other areas. */
    public List<CleanRow> rows() {
        return years.values().stream()
                .map(YearReading::rows)
                .flatMap(Collection::stream)
                .toList();
    }

    /** Whether the source was not asked about anything, for want of a place or because it had just failed for others. */
    public boolean isNotAsked() {
        return !years.isEmpty()
                && years.values().stream()
                        .allMatch(year -> year instanceof YearReading.Silent silent
                                && silent.cause().isNotAsked());
    }

    /** Why the source is silent, for each year of a kind about which it is. */
    public SortedMap<YearOfKind, SilenceCause> silences() {
        SortedMap<YearOfKind, SilenceCause> silences = new TreeMap<>();
        years.forEach((asked, reading) -> {
            if (reading instanceof YearReading.Silent silent) {
                silences.put(asked, silent.cause());
            }
        });
        return silences;
    }
}
