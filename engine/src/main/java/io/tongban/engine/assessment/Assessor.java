package io.tongban.engine.assessment;

import io.tongban.engine.contributions.CountingRules;
import io.tongban.engine.forecast.ContributionReading;
import io.tongban.engine.standard.Criterion;
import io.tongban.engine.standard.Route;
import io.tongban.engine.standard.Standard;
import io.tongban.engine.standard.UnknownStandard;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.Optional;
import java.util.stream.Stream;
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

    /**
     * The same for the kinds of insurance that count, and for them alone: what most applicants' criteria come to shows in their rows.
     *
     * @return empty where {@link #question} is
     * @throws UnknownStandard if the standard has no such route
     */
    public Optional<ContributionQuestion> questionOfCountedKinds(
            Standard standard, @Nullable String route, LocalDate appliedOn, LocalDate readOn) {
        return question(standard, route, appliedOn, readOn)
                .map(whole -> new ContributionQuestion(
                        whole.areas(), countedKinds(standard).sorted().toList(), whole.from()));
    }

    /**
     * Whether the answer to {@link #questionOfCountedKinds} was enough: rows of other kinds could change nothing that was said of a
     * criterion.
     *
     * @param facts those that were assessed, with that answer
     */
    public boolean suffice(Standard standard, Facts facts, Collection<Assessment> assessments) {
        return CountedKinds.suffice(standard, facts, assessments);
    }

    private static Stream<String> countedKinds(Standard standard) {
        return standard.counting().stream()
                .flatMap(counting -> ContributionReading.rules(counting.settings()).kinds().stream());
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
