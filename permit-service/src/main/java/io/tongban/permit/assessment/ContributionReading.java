package io.tongban.permit.assessment;

import io.tongban.permit.contributions.ContributionHistory;
import io.tongban.permit.contributions.ContributionMonth;
import io.tongban.permit.contributions.ContributionRecord;
import io.tongban.permit.contributions.ContributionRun;
import io.tongban.permit.contributions.CountedArea;
import io.tongban.permit.contributions.CountingRules;
import io.tongban.permit.contributions.Coverage;
import io.tongban.permit.contributions.CoverageState;
import io.tongban.permit.contributions.HistoryFlag;
import io.tongban.permit.contributions.MonthState;
import io.tongban.permit.standard.DatedArea;
import io.tongban.permit.standard.Fact;
import io.tongban.permit.standard.FactValues;
import io.tongban.permit.standard.Finding;
import io.tongban.permit.standard.FindingCode;
import io.tongban.permit.standard.Settings;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** A contribution record read under a standard's settings for an application date: the history and the facts it gives. */
final class ContributionReading {

    private final LocalDate appliedOn;
    private final ContributionRecord record;
    private final CountingRules rules;
    private final ContributionHistory history;
    private final PostingForecast forecast;

    ContributionReading(LocalDate appliedOn, ContributionRecord record, Settings settings) {
        this.appliedOn = appliedOn;
        this.record = record;
        this.rules = rules(settings);
        this.history = ContributionHistory.of(record, rules);
        this.forecast = new PostingForecast(
                settings.number("postingDay"), record.asOf().isAfter(appliedOn) ? record.asOf() : appliedOn);
    }

    static CountingRules rules(Settings settings) {
        return new CountingRules(
                settings.number("months"),
                Set.copyOf(settings.words("kinds")),
                settings.areas("areas").stream()
                        .map(ContributionReading::countedArea)
                        .toList(),
                settings.number("gapMonths"),
                settings.number("lateAfterMonths"));
    }

    private static CountedArea countedArea(DatedArea area) {
        return new CountedArea(area.area(), area.first(), area.last());
    }

    ContributionHistory history() {
        return history;
    }

    CountingRules rules() {
        return rules;
    }

    PostingForecast forecast() {
        return forecast;
    }

    FactValues facts() {
        ContributionRun run = history.run();
        List<ContributionMonth> before = history.monthsBefore(rules.months());
        LocalDate settlesOn = settlesOn();
        return FactValues.none()
                .with(Fact.CONTRIBUTIONS_RECORD_AGE, ChronoUnit.DAYS.between(record.asOf(), appliedOn))
                .with(Fact.CONTRIBUTIONS_AS_OF, record.asOf())
                .with(Fact.CONTRIBUTIONS_COMPLETE, isComplete())
                .with(Fact.CONTRIBUTIONS_CURRENT, run.isCurrent())
                .with(Fact.CONTRIBUTIONS_COUNTED, (long) run.counted())
                .with(Fact.CONTRIBUTIONS_PENDING, (long) run.pending().size())
                .with(
                        Fact.CONTRIBUTIONS_PENDING_MONTHS,
                        run.pending().stream().map(YearMonth::toString).toList())
                .with(Fact.CONTRIBUTIONS_SETTLES_ON, settlesOn)
                .with(Fact.CONTRIBUTIONS_SETTLES_IN, ChronoUnit.DAYS.between(appliedOn, settlesOn))
                .with(
                        Fact.CONTRIBUTIONS_POSTED_LATE,
                        history.lastCounted(rules.months()).stream()
                                .anyMatch(month -> month.flags().contains(HistoryFlag.POSTED_LATE)))
                .with(
                        Fact.CONTRIBUTIONS_ZERO_IN_GAP,
                        run.gap().stream()
                                .anyMatch(month -> history.month(month).flags().contains(HistoryFlag.ZERO_AMOUNT)))
                .with(Fact.CONTRIBUTIONS_PAID_BEFORE, has(before, MonthState.PAID))
                .with(Fact.CONTRIBUTIONS_ARREARS_BEFORE, has(before, MonthState.ARREARS))
                .with(Fact.CONTRIBUTIONS_BACK_PAID_BEFORE, has(before, MonthState.BACK_PAID))
                .with(Fact.CONTRIBUTIONS_THROUGH, through())
                .with(Fact.CONTRIBUTIONS_BREAKS, breaks());
    }

    /** The month in which the counted months suffice if the applicant goes on as now. */
    YearMonth through() {
        ContributionRun run = history.run();
        if (run.isCurrent()) {
            YearMonth youngest = history.run().countedMonths().getLast();
            if (!run.pending().isEmpty() && run.pending().getLast().isAfter(youngest)) {
                youngest = run.pending().getLast();
            }
            return youngest.plusMonths(
                    (long) rules.months() - run.counted() - run.pending().size());
        }
        YearMonth first =
                run.pending().isEmpty() ? history.asOfMonth() : run.pending().getFirst();
        return first.plusMonths(rules.months() - 1L);
    }

    /** Every counted area and kind answered; what was not asked did not answer. An area counts once it counts in some month. */
    private boolean isComplete() {
        Set<String> answered = record.coverage().stream()
                .filter(coverage -> coverage.state() != CoverageState.SILENT)
                .map(ContributionReading::areaAndKind)
                .collect(Collectors.toSet());
        record.coverage().stream()
                .filter(coverage -> coverage.state() == CoverageState.SILENT)
                .map(ContributionReading::areaAndKind)
                .forEach(answered::remove);
        Set<String> counted = new HashSet<>();
        rules.areasUntil(history.asOfMonth())
                .forEach(area -> rules.kinds().forEach(kind -> counted.add(area + "/" + kind)));
        return answered.containsAll(counted);
    }

    private static String areaAndKind(Coverage coverage) {
        return coverage.area() + "/" + coverage.kind();
    }

    private LocalDate settlesOn() {
        ContributionRun run = history.run();
        int needed = rules.months() - run.counted();
        if (needed < 1 || needed > run.pending().size()) {
            return appliedOn;
        }
        return forecast.ofPending(run.pending().get(needed - 1)); // the earliest are used first
    }

    /**
     * Why months that could have counted do not: those of the gap and what lies behind it, no further back than the months
     * that are needed, and only while the record knows of anything older.
     */
    private List<Finding> breaks() {
        ContributionRun run = history.run();
        YearMonth youngest = run.isCurrent() ? run.countedMonths().getFirst().minusMonths(1) : history.asOfMonth();
        YearMonth oldest = history.asOfMonth().minusMonths(rules.months());
        List<Finding> breaks = new ArrayList<>();
        boolean recordReachesBack = false;
        for (ContributionMonth month : history.months()) {
            boolean inSight = !month.month().isBefore(oldest) && !month.month().isAfter(youngest);
            recordReachesBack |= month.state() != MonthState.MISSING;
            if (inSight && recordReachesBack && !month.month().equals(history.asOfMonth())) {
                finding(month).forEach(breaks::add);
            }
        }
        return breaks;
    }

    private static List<Finding> finding(ContributionMonth month) {
        if (month.flags().contains(HistoryFlag.REFUND) && month.state() != MonthState.PAID) {
            return List.of(finding(FindingCode.REFUND, month));
        }
        return switch (month.state()) {
            case PAID, PENDING -> List.of();
            case MISSING -> List.of(finding(FindingCode.GAP, month));
            case BACK_PAID -> List.of(finding(FindingCode.BACKPAID, month));
            case TRANSFERRED -> List.of(finding(FindingCode.TRANSFERRED, month));
            case AGENCY -> List.of(finding(FindingCode.AGENCY, month));
            case OTHER_AREA -> List.of(finding(FindingCode.OUT_OF_SCOPE_AREA, month));
            case ARREARS -> ofUnits(FindingCode.ARREARS, month);
            case INTERRUPTED -> ofUnits(FindingCode.INTERRUPTED, month);
        };
    }

    private static Finding finding(FindingCode code, ContributionMonth month) {
        return new Finding(code.name(), Map.of("month", month.month().toString()));
    }

    private static List<Finding> ofUnits(FindingCode code, ContributionMonth month) {
        return month.units().stream()
                .map(unit -> new Finding(
                        code.name(),
                        Map.of("month", month.month().toString(), "unit", unit.code(), "unitName", unit.name())))
                .toList();
    }

    private static boolean has(List<ContributionMonth> months, MonthState state) {
        return months.stream().anyMatch(month -> month.state() == state);
    }
}
