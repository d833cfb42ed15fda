package io.tongban.permit.assessment;

import io.tongban.permit.contributions.ContributionRun;
import io.tongban.permit.standard.Route;
import io.tongban.permit.standard.Standard;
import io.tongban.permit.standard.UnknownStandard;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;

/** Evaluates every criterion of a route, never only up to the first that fails. */
public final class Assessor {

    /**
     * The assessment of these facts.
     *
     * @throws UnknownStandard if the standard has no such route
     */
    public Assessment assess(Standard standard, String route, Facts facts) {
        return new Assessment(
                standard.reference(),
                routeOf(standard, route).id(),
                facts.appliedOn(),
                facts.record().asOf(),
                Outcome.REVIEW,
                List.of(),
                null,
                null,
                List.of(),
                List.of(),
                List.of(),
                new ContributionRun(List.of(), List.of(), List.of()),
                Set.of());
    }

    /**
     * What the sources must be asked so that the route can be assessed on the day.
     *
     * @throws UnknownStandard if the standard has no such route
     */
    public ContributionQuestion question(Standard standard, String route, LocalDate on) {
        routeOf(standard, route);
        return new ContributionQuestion(List.of(), List.of(), YearMonth.from(on));
    }

    private static Route routeOf(Standard standard, String route) {
        return standard.route(route).orElseThrow(() -> new UnknownStandard(standard.reference(), route));
    }
}
