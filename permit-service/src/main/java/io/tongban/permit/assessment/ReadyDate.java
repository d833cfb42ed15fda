package io.tongban.permit.assessment;

import io.tongban.permit.contributions.ContributionRecord;
import io.tongban.permit.standard.Criterion;
import io.tongban.permit.standard.CriterionState;
import io.tongban.permit.standard.Fact;
import io.tongban.permit.standard.FactValues;
import io.tongban.permit.standard.Verdict;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The first day on which every criterion is met at the same time if the applicant goes on as now: missing papers are brought,
 * contracts are renewed, and the contributions of each day to come are judged by the standard's own rules.
 */
final class ReadyDate {

    private final LocalDate appliedOn;
    private final ContributionReading today;
    private final ContributionForecast forecast;
    private final Criterion contributions;
    private final FactValues otherFacts;

    /** {@code otherFacts} are those of the case that are not of contributions. */
    ReadyDate(
            LocalDate appliedOn,
            ContributionRecord record,
            ContributionReading today,
            Criterion contributions,
            FactValues otherFacts) {
        this.appliedOn = appliedOn;
        this.today = today;
        this.forecast = new ContributionForecast(record, today);
        this.contributions = contributions;
        this.otherFacts = otherFacts;
    }

    /** Null when a person must decide, time alone will not help, or a source must be read first. */
    @Nullable
    LocalDate of(List<Judgement> judgements) {
        LocalDate othersMetOn = appliedOn;
        boolean contributionsMet = true;
        for (Judgement judgement : judgements) {
            Verdict verdict = judgement.verdict();
            if (!verdict.forecast()
                    || verdict.state() == CriterionState.REVIEW
                    || verdict.state() == CriterionState.FAILED) {
                return null;
            }
            if (judgement.criterion().id().equals(contributions.id())) {
                contributionsMet = isMet(verdict);
            } else if (verdict.metOn() != null && verdict.metOn().isAfter(othersMetOn)) {
                othersMetOn = verdict.metOn();
            }
        }
        if (othersMetOn.equals(appliedOn) && contributionsMet) {
            return appliedOn;
        }
        return firstDayWithContributions(othersMetOn);
    }

    /** Contributions become met on posting days only; after twice the months asked for they never will be. */
    private @Nullable LocalDate firstDayWithContributions(LocalDate from) {
        LocalDate day = from;
        LocalDate end = from.plusMonths(2L * today.rules().months() + 4);
        while (!day.isAfter(end)) {
            if (contributionsAreMetOn(day)) {
                return day;
            }
            day = today.forecast().nextAfter(day);
        }
        return null;
    }

    private boolean contributionsAreMetOn(LocalDate day) {
        ContributionReading then = new ContributionReading(day, forecast.on(day), contributions.settings());
        return isMet(contributions
                .decision()
                .decide(otherFacts.with(Fact.APPLIED_ON, day).and(then.facts())));
    }

    private static boolean isMet(Verdict verdict) {
        return verdict.state() == CriterionState.MET || verdict.state() == CriterionState.WAIVED;
    }
}
