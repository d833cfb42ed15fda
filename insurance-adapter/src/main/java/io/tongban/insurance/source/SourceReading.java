package io.tongban.insurance.source;

import io.tongban.insurance.record.Area;
import io.tongban.insurance.record.CleanRow;
import io.tongban.insurance.record.CoverageState;
import io.tongban.insurance.record.Kind;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What one source said about a person.
 *
 * @param areas the areas that were asked and for which this source answers
 * @param states how much it said about each kind that was asked
 * @param silences why it is silent, for each kind about which it is
 * @param rows everything that was read, also of kinds that were not read to the end, and of other areas
 * @param exchanges every request that was made
 */
public record SourceReading(
        String source,
        Set<Area> areas,
        Map<Kind, CoverageState> states,
        Map<Kind, SilenceCause> silences,
        List<CleanRow> rows,
        List<Exchange> exchanges) {

    public SourceReading {
        areas = Set.copyOf(areas);
        states = Map.copyOf(states);
        silences = Map.copyOf(silences);
        rows = List.copyOf(rows);
        exchanges = List.copyOf(exchanges);
    }
}
