package io.tongban.engine.assessment;

import io.tongban.engine.contributions.CountingRules;
import io.tongban.engine.forecast.ContributionReading;
import io.tongban.engine.standard.Criterion;
import io.tongban.engine.standard.Route;
import io.tongban.engine.standard.Standard;
import io.tongban.engine.standard.UnknownStandard;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Evaluates every criterion of a route, never only up to the first that fails. */
public final class Assessor {

    /**
     * The assessment of these facts.
     *
     * @throws UnknownStandard if the standard has no such route
     */
    public Assessment assess(Standard standard, String route, Facts facts) {
        return new PersonUnderStandard(standard, facts).of(routeOf(standard, route));
    }

    /** All routes, each criterion judged once, however many routes ask for it. */
    public RankedRoutes assessAll(Standard standard, Facts facts) {
        PersonUnderStandard examination = new PersonUnderStandard(standard, facts);
        return RankedRoutes.of(standard.routes().stream().map(examination::of).toList());
    }

    /**
     * What the sources must be asked so that the route can be assessed: every area that counts by the later of both days, since
     * a record is read at the day it was made.
     *
     * @param route null: every route
     * @return empty where nothing depends on contribution records; then no source may be asked
     * @throws UnknownStandard if the standard has no such route
     */
    public Optional<ContributionQuestion> question(
            Standard standard, @Nullable String route, LocalDate appliedOn, LocalDate readOn) {
        boolean needed = route == null
                ? standard.routes().stream().anyMatch(Route::readsContributions)
                : routeOf(standard, route).readsContributions();
        return standard.counting()
                .filter(any -> needed)
                .map(counting -> question(standard, counting, appliedOn, readOn));
    }

    private static ContributionQuestion question(
            Standard standard, Criterion counting, LocalDate appliedOn, LocalDate readOn) {
        CountingRules rules = ContributionReading.rules(counting.settings());
        return new ContributionQuestion(
                rules.areasUntil(YearMonth.from(readOn.isAfter(appliedOn) ? readOn : appliedOn)).stream()
                        .sorted()
                        .toList(),
                standard.terms().askedKinds(),
                YearMonth.from(appliedOn).minusMonths(standard.terms().historyMonths()));
    }

    private static Route routeOf(Standard standard, String route) {
        return standard.route(route).orElseThrow(() -> new UnknownStandard(standard, route));
    }
}
