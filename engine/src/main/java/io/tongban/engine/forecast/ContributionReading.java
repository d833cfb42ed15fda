package io.tongban.engine.forecast;

import io.tongban.engine.contributions.ContributionHistory;
import io.tongban.engine.contributions.ContributionMonth;
import io.tongban.engine.contributions.ContributionRecord;
import io.tongban.engine.contributions.ContributionRow;
import io.tongban.engine.contributions.ContributionRun;
import io.tongban.engine.contributions.CountedArea;
import io.tongban.engine.contributions.CountingRules;
import io.tongban.engine.contributions.HistoryFlag;
import io.tongban.engine.contributions.MonthState;
import io.tongban.engine.expression.Fact;
import io.tongban.engine.expression.FactValues;
import io.tongban.engine.expression.RaisedReason;
import io.tongban.engine.expression.RaisedReasonCode;
import io.tongban.engine.standard.Criterion;
import io.tongban.engine.standard.DatedArea;
import io.tongban.engine.standard.Settings;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A contribution record read under a standard's settings for an application date: the history and the facts it gives. */
public final class ContributionReading {

    private final LocalDate appliedOn;
    private final LocalDate asOf;
    private final CountingRules rules;
    private final Completeness completeness;
    private final ContributionHistory history;
    private final PostingForecast forecast;

    private ContributionReading(
            LocalDate appliedOn,
            LocalDate asOf,
            CountingRules rules,
            Completeness completeness,
            ContributionHistory history,
            PostingForecast forecast) {
        this.appliedOn = appliedOn;
        this.asOf = asOf;
        this.rules = rules;
        this.completeness = completeness;
        this.history = history;
        this.forecast = forecast;
    }

    /** The reading under the criterion whose settings say how contribution months are counted. */
    public static ContributionReading of(LocalDate appliedOn, ContributionRecord record, Criterion counting) {
        CountingRules rules = rules(counting.settings());
        return new ContributionReading(
                appliedOn,
                record.asOf(),
                rules,
                new Completeness(record, rules),
                ContributionHistory.of(record, rules),
                new PostingForecast(
                        counting.settings().number("postingDay"),
                        counting.monthEnds().ofPostingDay(),
                        record.asOf().isAfter(appliedOn) ? record.asOf() : appliedOn));
    }

    /** The reading of an application on that day, with the record of that day: the same, and these rows more. */
    ContributionReading on(LocalDate day, Map<YearMonth, ContributionRow> coming) {
        return new ContributionReading(day, day, rules, completeness, history.on(day, coming), forecast.after(day));
    }

    public static CountingRules rules(Settings settings) {
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

    /** The day on which the record was read. */
    public LocalDate asOf() {
        return asOf;
    }

    public ContributionHistory history() {
        return history;
    }

    public CountingRules rules() {
        return rules;
    }

    public PostingForecast forecast() {
        return forecast;
    }

    /** The facts that the record gives. */
    public FactValues facts() {
        return FactValues.of(Fact.Scope.CONTRIBUTIONS, this::fact);
    }

    private Object fact(Fact fact) {
        ContributionRun run = history.run();
        return switch (fact) {
            case CONTRIBUTIONS_RECORD_AGE -> ChronoUnit.DAYS.between(asOf, appliedOn);
            case CONTRIBUTIONS_AS_OF -> asOf;
            case CONTRIBUTIONS_COMPLETE -> completeness.isCompleteIn(history.asOfMonth());
            case CONTRIBUTIONS_CURRENT -> run.isCurrent();
            case CONTRIBUTIONS_COUNTED -> (long) run.counted();
            case CONTRIBUTIONS_PENDING -> (long) run.pending().size();
            case CONTRIBUTIONS_PENDING_MONTHS ->
                run.pending().stream().map(YearMonth::toString).toList();
            case CONTRIBUTIONS_SETTLES_ON -> settlesOn();
            case CONTRIBUTIONS_SETTLES_IN -> ChronoUnit.DAYS.between(appliedOn, settlesOn());
            case CONTRIBUTIONS_POSTED_LATE ->
                history.lastCounted(rules.months()).stream()
                        .anyMatch(month -> month.flags().contains(HistoryFlag.POSTED_LATE));
            case CONTRIBUTIONS_ZERO_IN_GAP ->
                run.gap().stream()
                        .anyMatch(month -> history.month(month).flags().contains(HistoryFlag.ZERO_AMOUNT));
            case CONTRIBUTIONS_PAID_BEFORE -> hasBefore(MonthState.PAID);
            case CONTRIBUTIONS_ARREARS_BEFORE -> hasBefore(MonthState.ARREARS);
            case CONTRIBUTIONS_BACK_PAID_BEFORE -> hasBefore(MonthState.BACK_PAID);
            case CONTRIBUTIONS_THROUGH -> through();
            case CONTRIBUTIONS_BREAKS -> breaks();
            default -> throw new IllegalArgumentException(fact + " is no fact of contributions");
        };
    }

    /** The month in which the counted months suffice if the applicant goes on as now. */
    public YearMonth through() {
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
    private List<RaisedReason> breaks() {
        ContributionRun run = history.run();
        YearMonth youngest = run.isCurrent() ? run.countedMonths().getFirst().minusMonths(1) : history.asOfMonth();
        YearMonth oldest = history.asOfMonth().minusMonths(rules.months());
        List<RaisedReason> breaks = new ArrayList<>();
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

    private static List<RaisedReason> finding(ContributionMonth month) {
        if (month.flags().contains(HistoryFlag.REFUND) && month.state() != MonthState.PAID) {
            return List.of(finding(RaisedReasonCode.REFUND, month));
        }
        return switch (month.state()) {
            case PAID, PENDING -> List.of();
            case MISSING -> List.of(finding(RaisedReasonCode.GAP, month));
            case BACK_PAID -> List.of(finding(RaisedReasonCode.BACKPAID, month));
            case TRANSFERRED -> List.of(finding(RaisedReasonCode.TRANSFERRED, month));
            case AGENCY -> List.of(finding(RaisedReasonCode.AGENCY, month));
            case OTHER_AREA -> List.of(finding(RaisedReasonCode.OUT_OF_SCOPE_AREA, month));
            case ARREARS -> ofUnits(RaisedReasonCode.ARREARS, month);
            case INTERRUPTED -> ofUnits(RaisedReasonCode.INTERRUPTED, month);
        };
    }

    private static RaisedReason finding(RaisedReasonCode code, ContributionMonth month) {
        return new RaisedReason(code.name(), Map.of("month", month.month().toString()));
    }

    private static List<RaisedReason> ofUnits(RaisedReasonCode code, ContributionMonth month) {
        return month.units().stream()
                .map(unit -> new RaisedReason(
                        code.name(),
                        Map.of("month", month.month().toString(), "unit", unit.code(), "unitName", unit.name())))
                .toList();
    }

    /** Among the months that the standard asks for, counted back from before the record's month. */
    private boolean hasBefore(MonthState state) {
        return history.monthsBefore(rules.months()).stream().anyMatch(month -> month.state() == state);
    }
}
