package io.tongban.engine.forecast;

import io.tongban.engine.contributions.Cause;
import io.tongban.engine.contributions.ContributionHistory;
import io.tongban.engine.contributions.ContributionMonth;
import io.tongban.engine.contributions.ContributionRun;
import io.tongban.engine.contributions.CountedArea;
import io.tongban.engine.contributions.CountingRules;
import io.tongban.engine.contributions.HistoryFlag;
import io.tongban.engine.contributions.MonthState;
import io.tongban.engine.contributions.record.ContributionRecord;
import io.tongban.engine.contributions.record.ContributionRow;
import io.tongban.engine.expression.Fact;
import io.tongban.engine.expression.FactValues;
import io.tongban.engine.expression.RaisedReason;
import io.tongban.engine.expression.RaisedReasonCode;
import io.tongban.engine.standard.Criterion;
import io.tongban.engine.standard.DatedArea;
import io.tongban.engine.standard.SettingType;
import io.tongban.engine.standard.Settings;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A contribution record read under a standard's settings for an application date: the history and the facts it gives. It is for
 * one thread, because a fact is worked out when it is first read.
 */
public final class ContributionReading {

    /** Stands in a text for what a row does not say. */
    private static final String NONE = "–";

    private final LocalDate appliedOn;
    private final LocalDate asOf;
    private final CountingRules rules;
    private final boolean asked;
    private final ContributionHistory history;
    private final Sufficiency sufficiency;
    private final PostingForecast forecast;
    private final Map<Fact, Object> known = new EnumMap<>(Fact.class);

    private ContributionReading(
            LocalDate appliedOn,
            LocalDate asOf,
            CountingRules rules,
            boolean asked,
            ContributionHistory history,
            PostingForecast forecast) {
        this.appliedOn = appliedOn;
        this.asOf = asOf;
        this.rules = rules;
        this.asked = asked;
        this.history = history;
        this.sufficiency = new Sufficiency(history, rules);
        this.forecast = forecast;
    }

    /**
     * One reading; where each of several kinds is needed, one for each, in the order of kinds.
     *
     * @param asked whether the record is an answer of sources, silent ones included; else none was asked
     * @param counting the criterion whose settings say how contribution months are counted
     */
    public static List<ContributionReading> all(
            LocalDate appliedOn, ContributionRecord record, boolean asked, Criterion counting) {
        Settings settings = counting.settings();
        boolean each = settings.has(Settings.Counting.KINDS_NEEDED.id(), SettingType.WORD)
                && settings.word(Settings.Counting.KINDS_NEEDED.id()).equals(Settings.Counting.EACH);
        return each
                ? settings.words(Settings.Counting.KINDS.id()).stream()
                        .map(kind -> of(appliedOn, record, asked, rules(settings, Set.of(kind)), counting))
                        .toList()
                : List.of(of(appliedOn, record, asked, rules(settings), counting));
    }

    private static ContributionReading of(
            LocalDate appliedOn, ContributionRecord record, boolean asked, CountingRules rules, Criterion counting) {
        return new ContributionReading(
                appliedOn,
                record.asOf(),
                rules,
                asked,
                ContributionHistory.of(record, rules),
                new PostingForecast(
                        counting.settings().number(Settings.Counting.POSTING_DAY.id()),
                        counting.monthEnds().ofPostingDay(),
                        record.asOf().isAfter(appliedOn) ? record.asOf() : appliedOn));
    }

    /** The reading of an application on that day, with the record of that day: the same, and these rows more. */
    ContributionReading on(LocalDate day, Map<YearMonth, ContributionRow> coming) {
        return new ContributionReading(day, day, rules, asked, history.on(day, coming), forecast.after(day));
    }

    /** The rules by which one of the counted kinds suffices in a month. */
    public static CountingRules rules(Settings settings) {
        return rules(settings, Set.copyOf(settings.words(Settings.Counting.KINDS.id())));
    }

    private static CountingRules rules(Settings settings, Set<String> kinds) {
        return new CountingRules(
                settings.number(Settings.Counting.MONTHS.id()),
                kinds,
                settings.areas(Settings.Counting.AREAS.id()).stream()
                        .map(ContributionReading::countedArea)
                        .toList(),
                settings.number(Settings.Counting.GAP_MONTHS.id()),
                settings.number(Settings.Counting.ENDS_WITHIN.id(), 1),
                window(settings),
                settings.number(Settings.Counting.LATE_AFTER_MONTHS.id()));
    }

    private static CountingRules.@Nullable Window window(Settings settings) {
        return settings.has(Settings.Counting.WINDOW.id(), SettingType.NUMBER)
                ? new CountingRules.Window(
                        settings.number(Settings.Counting.WINDOW_MONTHS.id()),
                        settings.number(Settings.Counting.WINDOW.id()))
                : null;
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

    /** The facts that the record gives, each worked out when it is first read. */
    public FactValues facts() {
        return FactValues.of(Fact.Scope.CONTRIBUTIONS, fact -> known.computeIfAbsent(fact, this::fact));
    }

    private Object fact(Fact fact) {
        ContributionRun run = history.run();
        return switch (fact) {
            case CONTRIBUTIONS_RECORD_AGE -> ChronoUnit.DAYS.between(asOf, appliedOn);
            case CONTRIBUTIONS_AS_OF -> asOf;
            case CONTRIBUTIONS_ASKED -> asked;
            case CONTRIBUTIONS_UNREAD -> history.isUnread();
            case CONTRIBUTIONS_PERSON_UNKNOWN -> history.isPersonUnknown();
            case CONTRIBUTIONS_CURRENT -> run.isCurrent();
            case CONTRIBUTIONS_COUNTED -> (long) run.counted();
            case CONTRIBUTIONS_PAID_WITHIN -> (long) paidWithinWindow();
            case CONTRIBUTIONS_ENOUGH -> sufficiency.isReached();
            case CONTRIBUTIONS_ENOUGH_ONCE_POSTED ->
                sufficiency.isReached() || sufficiency.pendingNeeded().isPresent();
            case CONTRIBUTIONS_PENDING -> (long) run.pending().size();
            case CONTRIBUTIONS_PENDING_MONTHS ->
                run.pending().stream().map(YearMonth::toString).toList();
            case CONTRIBUTIONS_SETTLES_ON -> settlesOn();
            case CONTRIBUTIONS_SETTLES_IN -> ChronoUnit.DAYS.between(appliedOn, settlesOn());
            case CONTRIBUTIONS_POSTED_LATE -> sufficiency.reliesOn(Cause.Why.POSTED_LATE);
            case CONTRIBUTIONS_REFUND_ANNOUNCED -> sufficiency.reliesOn(Cause.Why.REFUND_ANNOUNCED);
            case CONTRIBUTIONS_ZERO_IN_GAP ->
                inGap().anyMatch(month -> month.flags().contains(HistoryFlag.ZERO_AMOUNT));
            case CONTRIBUTIONS_UNCLEAR_IN_GAP -> inGap().anyMatch(month -> month.state() == MonthState.UNCLEAR);
            case CONTRIBUTIONS_PAID_BEFORE -> hasBefore(MonthState.PAID);
            case CONTRIBUTIONS_UNCLEAR_BEFORE -> hasBefore(MonthState.UNCLEAR);
            case CONTRIBUTIONS_ARREARS_BEFORE -> hasBefore(MonthState.ARREARS);
            case CONTRIBUTIONS_BACK_PAID_BEFORE -> hasBefore(MonthState.BACK_PAID);
            case CONTRIBUTIONS_THROUGH -> through();
            case CONTRIBUTIONS_BREAKS -> breaks();
            case CONTRIBUTIONS_DOUBTS ->
                doubts(sufficiency.reliedOn().stream(), EnumSet.of(Cause.Why.POSTED_LATE, Cause.Why.REFUND_ANNOUNCED));
            case CONTRIBUTIONS_GAP_DOUBTS ->
                doubts(inGapOrLookedAt(), EnumSet.of(Cause.Why.UNKNOWN_TYPE, Cause.Why.ZERO_AMOUNT));
            default -> throw new IllegalArgumentException(fact + " is no fact of contributions");
        };
    }

    /**
     * The last counted months beside which contracts are looked at, oldest first. None while a month is unread that could make the
     * months enough: of the units of such a month nothing is known.
     */
    public List<ContributionMonth> monthsOfContracts() {
        return history.isUnread() && !sufficiency.isReached() ? List.of() : history.lastCounted(rules.months());
    }

    /** The month in which the months are enough if the applicant goes on as now. */
    public YearMonth through() {
        return sufficiency.through();
    }

    /** The first month that is neither paid nor pending and can still be declared. */
    YearMonth firstToCome() {
        return sufficiency.firstToCome();
    }

    /** How many months make it enough for whoever has none, however they are counted. */
    public int monthsNeeded() {
        CountingRules.Window window = rules.window();
        return window == null ? rules.months() : Math.max(rules.months(), window.months());
    }

    private int paidWithinWindow() {
        CountingRules.Window window = rules.window();
        return window == null ? 0 : history.paidWithin(window.size(), List.of()).size();
    }

    private LocalDate settlesOn() {
        return sufficiency.pendingNeeded().map(forecast::ofPending).orElse(appliedOn);
    }

    /**
     * Why months that could have counted do not: those of the gap and what lies behind it, no further back than the months
     * that are needed, and only while the record knows of anything older.
     */
    private List<RaisedReason> breaks() {
        ContributionRun run = history.run();
        YearMonth youngest = run.isCurrent() ? run.countedMonths().getFirst().minusMonths(1) : history.asOfMonth();
        YearMonth oldest = history.asOfMonth().minusMonths(rules.reach());
        List<RaisedReason> breaks = new ArrayList<>();
        boolean recordReachesBack = false;
        for (ContributionMonth month : history.months()) {
            boolean inSight = !month.month().isBefore(oldest) && !month.month().isAfter(youngest);
            recordReachesBack |=
                    month.state() != MonthState.MISSING || !month.causes().isEmpty();
            if (inSight && recordReachesBack && !month.month().equals(history.asOfMonth())) {
                finding(month).forEach(breaks::add);
            }
        }
        return breaks;
    }

    /** Nothing is said against the applicant of a month that was not read whole. */
    private static List<RaisedReason> finding(ContributionMonth month) {
        if (month.unread()) {
            return List.of();
        }
        List<RaisedReason> said = new ArrayList<>();
        month.rows(Cause.Why.REFUNDED).forEach(row -> said.add(ofRow(RaisedReasonCode.REFUND, row, Map.of())));
        month.rows(Cause.Why.REVERSED).forEach(row -> said.add(ofRow(RaisedReasonCode.REVERSED, row, Map.of())));
        switch (month.state()) {
            case PAID, PENDING -> {}
            case BACK_PAID -> said.add(finding(RaisedReasonCode.BACKPAID, month));
            case TRANSFERRED -> said.add(finding(RaisedReasonCode.TRANSFERRED, month));
            case AGENCY -> said.add(finding(RaisedReasonCode.AGENCY, month));
            case OTHER_AREA -> said.add(finding(RaisedReasonCode.OUT_OF_SCOPE_AREA, month));
            case ARREARS -> said.addAll(ofUnits(RaisedReasonCode.ARREARS, month));
            case INTERRUPTED -> said.addAll(ofUnits(RaisedReasonCode.INTERRUPTED, month));
            case UNCLEAR, MISSING -> {
                if (said.isEmpty()) {
                    said.add(withoutContribution(month));
                }
            }
        }
        return said;
    }

    /** Where there is a row, the row is named: nobody hears that there is none. */
    private static RaisedReason withoutContribution(ContributionMonth month) {
        return month.causes().stream()
                .findFirst()
                .map(cause -> doubt(cause)
                        .orElseGet(() -> ofRow(
                                RaisedReasonCode.NOT_COUNTED,
                                cause.row(),
                                Map.of("type", orNone(cause.row().type())))))
                .orElseGet(() -> finding(RaisedReasonCode.GAP, month));
    }

    private static List<RaisedReason> doubts(Stream<ContributionMonth> months, Set<Cause.Why> why) {
        return months.flatMap(month -> month.causes().stream())
                .filter(cause -> why.contains(cause.why()))
                .map(ContributionReading::doubt)
                .flatMap(Optional::stream)
                .toList();
    }

    private Stream<ContributionMonth> inGapOrLookedAt() {
        return history.run().isCurrent() ? inGap() : history.monthsBack(rules.reach()).stream();
    }

    private static Optional<RaisedReason> doubt(Cause cause) {
        ContributionRow row = cause.row();
        return switch (cause.why()) {
            case POSTED_LATE ->
                Optional.of(ofRow(
                        RaisedReasonCode.ROW_POSTED_LATE,
                        row,
                        Map.of("postedMonth", String.valueOf(row.postedMonth()))));
            case REFUND_ANNOUNCED -> Optional.of(ofRow(RaisedReasonCode.ROW_REFUND_ANNOUNCED, row, Map.of()));
            case ZERO_AMOUNT -> Optional.of(ofRow(RaisedReasonCode.ROW_OF_ZERO, row, Map.of()));
            case UNKNOWN_TYPE ->
                Optional.of(ofRow(
                        RaisedReasonCode.ROW_OF_UNKNOWN_TYPE,
                        row,
                        Map.of(
                                "type",
                                orNone(row.type()),
                                "amount",
                                row.amount() == null ? NONE : row.amount().toPlainString())));
            case REFUNDED, REVERSED, NOT_COUNTED -> Optional.empty();
        };
    }

    private static RaisedReason finding(RaisedReasonCode code, ContributionMonth month) {
        return new RaisedReason(code.name(), Map.of("month", month.month().toString()));
    }

    private static List<RaisedReason> ofUnits(RaisedReasonCode code, ContributionMonth month) {
        return month.units().stream()
                .map(unit -> ofUnit(code, month.month(), unit.code(), unit.name(), Map.of()))
                .toList();
    }

    private static RaisedReason ofRow(RaisedReasonCode code, ContributionRow row, Map<String, String> more) {
        return ofUnit(code, Objects.requireNonNull(row.month()), row.unit(), row.unitName(), more);
    }

    private static RaisedReason ofUnit(
            RaisedReasonCode code, YearMonth month, String unit, String unitName, Map<String, String> more) {
        Map<String, String> figures = new HashMap<>(more);
        figures.put("month", month.toString());
        figures.put("unit", orNone(unit));
        figures.put("unitName", unitName.isEmpty() ? orNone(unit) : unitName);
        return new RaisedReason(code.name(), figures);
    }

    private static String orNone(String text) {
        return text.isEmpty() ? NONE : text;
    }

    private Stream<ContributionMonth> inGap() {
        return history.run().gap().stream().map(history::month);
    }

    /** In the record's month or among those before it that the standard asks for. */
    private boolean hasBefore(MonthState state) {
        return history.monthsBack(rules.reach()).stream().anyMatch(month -> month.state() == state);
    }
}
