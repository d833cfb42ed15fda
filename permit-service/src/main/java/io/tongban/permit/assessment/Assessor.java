package io.tongban.permit.assessment;

import io.tongban.permit.contributions.CountingRules;
import io.tongban.permit.standard.Criterion;
import io.tongban.permit.standard.CriterionState;
import io.tongban.permit.standard.Fact;
import io.tongban.permit.standard.FactValues;
import io.tongban.permit.standard.Route;
import io.tongban.permit.standard.Standard;
import io.tongban.permit.standard.UnknownStandard;
import io.tongban.permit.standard.Verdict;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Evaluates every criterion of a route, never only up to the first that fails. */
public final class Assessor {

    /**
     * The assessment of these facts.
     *
     * @throws UnknownStandard if the standard has no such route
     */
    public Assessment assess(Standard standard, String route, Facts facts) {
        Route asked = routeOf(standard, route);
        Criterion counting = asked.contributions();
        ContributionReading contributions =
                new ContributionReading(facts.appliedOn(), facts.record(), counting.settings());
        FactValues personal = personal(facts);
        List<Judgement> judgements = judgements(asked, facts, personal.and(contributions.facts()), contributions);
        LocalDate readyOn =
                new ReadyDate(facts.appliedOn(), facts.record(), contributions, counting, personal).of(judgements);
        CriterionState worst = judgements.stream()
                .map(judgement -> judgement.verdict().state())
                .max(Comparator.naturalOrder())
                .orElse(CriterionState.MET);
        return new Assessment(
                standard.reference(),
                route,
                facts.appliedOn(),
                facts.record().asOf(),
                Outcome.of(worst),
                judgements.stream()
                        .map(judgement -> CriterionResult.of(judgement, standard))
                        .toList(),
                readyOn,
                through(judgements, counting, contributions),
                judgements.stream()
                        .flatMap(judgement -> judgement.verdict().missing().stream())
                        .distinct()
                        .sorted()
                        .toList(),
                lapsing(standard, facts, judgements, readyOn),
                contributions.history().months(),
                contributions.history().run(),
                contributions.history().flags());
    }

    /**
     * What the sources must be asked so that the route can be assessed: every area that counts by the later of both days, since
     * a record is read at the day it was made.
     *
     * @throws UnknownStandard if the standard has no such route
     */
    public ContributionQuestion question(Standard standard, String route, LocalDate appliedOn, LocalDate readOn) {
        CountingRules rules = ContributionReading.rules(
                routeOf(standard, route).contributions().settings());
        return new ContributionQuestion(
                rules.areasUntil(YearMonth.from(readOn.isAfter(appliedOn) ? readOn : appliedOn)).stream()
                        .sorted()
                        .toList(),
                standard.askedKinds(),
                YearMonth.from(appliedOn).minusMonths(standard.historyMonths()));
    }

    private static List<Judgement> judgements(
            Route route, Facts facts, FactValues values, ContributionReading contributions) {
        List<Paper> brought = facts.papers();
        Judge judge = new Judge(
                values,
                new PapersBrought(
                        facts.appliedOn(),
                        brought == null ? List.of() : brought,
                        contributions.history(),
                        contributions.rules().months()));
        return route.criteria().stream()
                .filter(Criterion::asked)
                .filter(criterion -> brought != null || !criterion.needsPapers())
                .map(judge::judge)
                .toList();
    }

    private static FactValues personal(Facts facts) {
        LocalDate registeredOn = facts.residence().registeredOn();
        return FactValues.none()
                .with(Fact.APPLIED_ON, facts.appliedOn())
                .with(Fact.IDENTITY_VALID, facts.applicant().idNumber().isValid())
                .with(Fact.RESIDENCE_REGISTERED, registeredOn != null)
                .with(Fact.RESIDENCE_SINCE, registeredOn == null ? facts.appliedOn() : registeredOn)
                .with(Fact.RESIDENCE_WAIVED, facts.residence().waived());
    }

    private static @Nullable YearMonth through(
            List<Judgement> judgements, Criterion counting, ContributionReading contributions) {
        boolean notYet = judgements.stream()
                .filter(judgement -> judgement.criterion().id().equals(counting.id()))
                .map(Judgement::verdict)
                .map(Verdict::state)
                .anyMatch(state -> state == CriterionState.NOT_YET);
        return notYet ? contributions.through() : null;
    }

    private static List<Lapse> lapsing(
            Standard standard, Facts facts, List<Judgement> judgements, @Nullable LocalDate readyOn) {
        return Lapses.of(
                judgements.stream()
                        .flatMap(judgement -> judgement.reliedOn().stream())
                        .toList(),
                facts.appliedOn(),
                standard.lapseNoticeDays(),
                readyOn == null
                        ? null
                        : readyOn.plusDays(standard.decisionLimit().days()));
    }

    private static Route routeOf(Standard standard, String route) {
        return standard.route(route).orElseThrow(() -> new UnknownStandard(standard.reference(), route));
    }
}
