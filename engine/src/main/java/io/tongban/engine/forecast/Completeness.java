package io.tongban.engine.forecast;

import io.tongban.engine.contributions.ContributionRecord;
import io.tongban.engine.contributions.CountedArea;
import io.tongban.engine.contributions.CountingRules;
import io.tongban.engine.contributions.Coverage;
import io.tongban.engine.contributions.CoverageState;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;

/** Whether every counted area and kind answered; what was not asked did not answer. */
final class Completeness {

    private final List<CountedArea> silent;

    Completeness(ContributionRecord record, CountingRules rules) {
        List<Coverage> ofCountedKinds = record.coverage().stream()
                .filter(coverage -> rules.kinds().contains(coverage.kind()))
                .toList();
        this.silent = rules.areas().stream()
                .filter(area -> !haveAnswered(rules.kinds(), area.area(), ofCountedKinds))
                .toList();
    }

    /** An area counts once it counts in some month. */
    boolean isCompleteIn(YearMonth month) {
        return silent.stream().noneMatch(area -> area.hasBegunBy(month));
    }

    private static boolean haveAnswered(Set<String> kinds, String area, List<Coverage> ofCountedKinds) {
        for (String kind : kinds) {
            boolean answered = false;
            for (Coverage coverage : ofCountedKinds) {
                if (coverage.area().equals(area) && coverage.kind().equals(kind)) {
                    if (coverage.state() == CoverageState.SILENT) {
                        return false;
                    }
                    answered = true;
                }
            }
            if (!answered) {
                return false;
            }
        }
        return true;
    }
}
