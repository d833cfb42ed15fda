package io.tongban.insurance.query;

import io.tongban.insurance.record.Area;
import io.tongban.insurance.record.Coverage;
import io.tongban.insurance.record.CoverageState;
import io.tongban.insurance.record.Kind;
import io.tongban.insurance.source.Question;
import io.tongban.insurance.source.SourceReading;
import java.util.ArrayList;
import java.util.List;

/** What is known about every area and kind of a question; where no source spoke, silence. */
final class SourceCoverage {

    private SourceCoverage() {}

    static List<Coverage> of(Question question, List<SourceReading> readings) {
        List<Coverage> coverage = new ArrayList<>();
        for (Area area : question.areas()) {
            for (Kind kind : question.kinds()) {
                coverage.add(new Coverage(area, kind, state(area, kind, readings)));
            }
        }
        return coverage;
    }

    private static CoverageState state(Area area, Kind kind, List<SourceReading> readings) {
        return readings.stream()
                .filter(reading -> reading.areas().contains(area))
                .map(reading -> reading.states().getOrDefault(kind, CoverageState.SILENT))
                .findAny()
                .orElse(CoverageState.SILENT);
    }
}
