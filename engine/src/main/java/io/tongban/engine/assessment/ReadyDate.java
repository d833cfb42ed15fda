package io.tongban.engine.assessment;

import io.tongban.engine.expression.Fact;
import io.tongban.engine.expression.FactValues;
import io.tongban.engine.forecast.ContributionForecast;
import io.tongban.engine.forecast.ContributionReading;
import io.tongban.engine.standard.Asked;
import io.tongban.engine.standard.Criterion;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The first day on which every criterion is met at the same time if the applicant goes on as now: missing papers are brought,
 * contracts are renewed, and the contributions of each day to come are judged by the standard's own rules.
 */
final class ReadyDate {

    private final LocalDate appliedOn;
    private final @Nullable Days days;

    /**
     * The days to come, on which contributions post.
     *
     * @param forecasts one, or one for each kind of insurance where no kind makes up for another
     */
    private record Days(List<ContributionForecast> forecasts, List<Criterion> criteria, FactValues otherFacts) {

        /** What all forecasts have alike: the day of the record, the posting days and the months that are needed. */
        ContributionReading today() {
            return forecasts.getFirst().today();
        }
    }

    private ReadyDate(LocalDate appliedOn, @Nullable Days days) {
        this.appliedOn = appliedOn;
        this.days = days;
    }

    /** Of a route that depends on no contribution record. */
    static ReadyDate ofPapersAlone(LocalDate appliedOn) {
        return new ReadyDate(appliedOn, null);
    }

    /** {@code otherFacts} are those of the case that are not of contributions. */
    static ReadyDate withRecord(
            LocalDate appliedOn,
            List<ContributionForecast> forecasts,
            List<Criterion> criteria,
            FactValues otherFacts) {
        return new ReadyDate(appliedOn, new Days(List.copyOf(forecasts), List.copyOf(criteria), otherFacts));
    }

    /** Whether the contributions to come alone decide the criterion, so that each day can be judged. */
    static boolean isForecast(Criterion criterion) {
        return criterion.asked()
                && criterion.readsContributions()
                && criterion.alternatives().isEmpty()
                && criterion.papers() instanceof Asked.Nothing;
    }

    /** Null when a person must decide, time alone will not help, or a source must be read first. */
    @Nullable
    LocalDate of(List<Counted> criteria) {
        LocalDate othersMetOn = appliedOn;
        boolean contributionsMet = true;
        for (Counted counted : criteria) {
            switch (counted.ruled()) {
                case REVIEW, FAILED -> {
                    return null;
                }
                case MET, WAIVED, PENDING, TOLERABLE, MISSING, NOT_YET -> {
                    if (!counted.forecast()) {
                        return null;
                    }
                }
            }
            LocalDate metOn = counted.metOn();
            if (isForecast(counted.criterion())) {
                contributionsMet &= counted.ruled().isSettled();
            } else if (metOn != null && metOn.isAfter(othersMetOn)) {
                othersMetOn = metOn;
            }
        }
        if (days == null) {
            return othersMetOn;
        }
        LocalDate asOf = days.today().asOf();
        boolean known = othersMetOn.equals(appliedOn) || !othersMetOn.isAfter(asOf);
        if (contributionsMet) {
            return known ? othersMetOn : firstDayWithContributions(days, othersMetOn);
        }
        // What was not met when the source was read was not met before, whatever the rows of then would say.
        return firstDayWithContributions(days, othersMetOn.isAfter(asOf) ? othersMetOn : asOf);
    }

    /** Contributions become met on posting days only; after twice the months asked for they never will be. */
    private @Nullable LocalDate firstDayWithContributions(Days days, LocalDate from) {
        ContributionReading today = days.today();
        LocalDate day = from;
        int postings = 2 * today.monthsNeeded() + 4;
        for (int posting = 0; posting <= postings; posting++) {
            if (contributionsAreMetOn(days, day)) {
                return day;
            }
            day = today.forecast().nextAfter(day);
        }
        return null;
    }

    private static boolean contributionsAreMetOn(Days days, LocalDate day) {
        FactValues ofTheDay = days.otherFacts().with(Fact.APPLIED_ON, day);
        for (ContributionForecast forecast : days.forecasts()) {
            FactValues facts = ofTheDay.and(forecast.on(day).facts());
            for (Criterion criterion : days.criteria()) {
                if (!criterion.rules().state(facts).isSettled()) {
                    return false;
                }
            }
        }
        return true;
    }
}
