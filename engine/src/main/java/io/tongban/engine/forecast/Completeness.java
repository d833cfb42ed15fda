package io.tongban.engine.forecast;

import io.tongban.engine.contributions.ContributionRecord;
import io.tongban.engine.contributions.CountedArea;
import io.tongban.engine.contributions.CountingRules;
import io.tongban.engine.contributions.Coverage;
import io.tongban.engine.contributions.CoverageState;
import java.time.YearMonth;
import java.util.List;

/** Whether every counted area and kind answered; what was not asked did not answer. */
final class Completeness {

    private final CountingRules rules;
    private final List<Coverage> ofCountedKinds;

    Completeness(ContributionRecord record, CountingRules rules) {
        this.rules = rules;
        this.ofCountedKinds = record.coverage().stream()
                .filter(coverage -> rules.kinds().contains(coverage.kind()))
                .toList();
    }

    /** An area counts once it counts in some month. */
    boolean isCompleteIn(YearMonth month) {
        for (CountedArea area : rules.areas()) {
            if (area.hasBegunBy(month) && !haveAnswered(area.area())) {
                return false;
            }
        }
        return true;
    }

    private boolean haveAnswered(String area) {
        for (String kind : rules.kinds()) {
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
