package io.tongban.engine.contributions;

import io.tongban.engine.contributions.record.ContributionRow;
import io.tongban.engine.contributions.record.RowType;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The rows of one month of a record, and what they make of the month under the counting rules. */
final class RowsOfMonth {

    private static final Set<String> KINDS_WITHOUT_TRANSFER = Set.of("41", "51");

    /** By unit first, so that what is made of the rows does not depend on their order. */
    private static final Comparator<ContributionRow> ORDER = Comparator.comparing(ContributionRow::unit)
            .thenComparing(ContributionRow::unitName)
            .thenComparing(ContributionRow::type)
            .thenComparing(ContributionRow::kind)
            .thenComparing(ContributionRow::area)
            .thenComparing(ContributionRow::posted)
            .thenComparing(ContributionRow::unitKind)
            .thenComparing(ContributionRow::amount, Comparator.nullsFirst(Comparator.<BigDecimal>naturalOrder()))
            .thenComparing(ContributionRow::base, Comparator.nullsFirst(Comparator.<BigDecimal>naturalOrder()))
            .thenComparing(ContributionRow::postedMonth, Comparator.nullsFirst(Comparator.<YearMonth>naturalOrder()));

    private final YearMonth month;
    private final CountingRules rules;
    private final List<ContributionRow> rows = new ArrayList<>(4);
    private @Nullable ContributionMonth reading;

    RowsOfMonth(YearMonth month, CountingRules rules, ContributionRow first) {
        this.month = month;
        this.rules = rules;
        this.rows.add(first);
    }

    /** False if the row was there before; then there is still one of it. */
    boolean add(ContributionRow row) {
        // The equals of a row is inlined here; that which ArrayList.contains calls is not, and took most of the time.
        for (ContributionRow known : rows) {
            if (known.equals(row)) {
                return false;
            }
        }
        reading = null;
        return rows.add(row);
    }

    /** These rows and one more; those here stay as they are. */
    RowsOfMonth with(ContributionRow row) {
        RowsOfMonth more = new RowsOfMonth(month, rules, row);
        rows.forEach(more::add);
        return more;
    }

    /** The first state that applies; {@code thisMonth} is the month of the day on which the record is read. */
    ContributionMonth readIn(YearMonth thisMonth) {
        ContributionMonth known = reading;
        if (known == null
                || isDeclared(known.state())) { // only whether a declared month is in arrears depends on the day
            known = read(thisMonth);
            reading = known;
        }
        return known;
    }

    private ContributionMonth read(YearMonth thisMonth) {
        Corrections corrections = corrections();
        MonthState state = MonthState.MISSING;
        List<ContributionRow> deciding = new ArrayList<>(rows.size());
        for (ContributionRow row : rows) {
            MonthState said = stateSaidBy(row, corrections, thisMonth);
            if (said.compareTo(state) < 0) {
                state = said;
                deciding.clear();
            }
            if (said == state && said != MonthState.MISSING) {
                deciding.add(row);
            }
        }
        if (deciding.size() > 1) {
            deciding.sort(ORDER);
        }
        Set<HistoryFlag> flags = flags(state, deciding, corrections);
        return new ContributionMonth(
                month, state, false, flags, unitsOf(deciding), causes(state, flags, deciding, corrections));
    }

    /** What the row would make of the month if it were alone in it with the corrections. */
    private MonthState stateSaidBy(ContributionRow row, Corrections corrections, YearMonth thisMonth) {
        if (isCounted(row)) {
            if (row.isTransfer()) {
                return MonthState.TRANSFERRED;
            }
            if (row.type().equals(RowType.NORMAL)) {
                return stateOfNormal(row, corrections, thisMonth);
            }
            if (row.isPosted() && isInArea(row)) {
                if (RowType.isBackPayment(row.type())) {
                    return MonthState.BACK_PAID;
                }
                if (!RowType.isListed(row.type()) && !isOfAmountZero(row)) {
                    return MonthState.UNCLEAR;
                }
            }
        }
        return row.type().equals(RowType.UNEMPLOYMENT_AGENCY) ? MonthState.AGENCY : MonthState.MISSING;
    }

    private MonthState stateOfNormal(ContributionRow row, Corrections corrections, YearMonth thisMonth) {
        if (row.isReversal() || row.isZero() || (!corrections.isEmpty() && corrections.takeAway(row))) {
            return MonthState.MISSING;
        }
        if (!isInArea(row)) {
            return MonthState.OTHER_AREA;
        }
        return switch (row.posted()) {
            case POSTED -> MonthState.PAID;
            case NOT_POSTED, IN_TRANSIT ->
                month.isBefore(thisMonth.minusMonths(1)) ? MonthState.ARREARS : MonthState.PENDING;
            case INTERRUPTED -> MonthState.INTERRUPTED;
        };
    }

    private static boolean isDeclared(MonthState state) {
        return state == MonthState.PENDING || state == MonthState.ARREARS;
    }

    private static boolean isOfAmountZero(ContributionRow row) {
        return row.amount() != null && row.amount().signum() == 0;
    }

    private Corrections corrections() {
        boolean corrected = false;
        for (ContributionRow row : rows) {
            corrected |= row.isRefund() || row.isReversal();
        }
        if (!corrected) {
            return Corrections.of(List.of(), Set.of());
        }
        List<ContributionRow> counted =
                rows.stream().filter(row -> isCounted(row) && !row.isTransfer()).toList();
        return Corrections.of(
                counted,
                counted.stream()
                        .filter(this::isInArea)
                        .map(ContributionRow::area)
                        .collect(Collectors.toSet()));
    }

    private Set<HistoryFlag> flags(MonthState state, List<ContributionRow> deciding, Corrections corrections) {
        Set<HistoryFlag> flags = EnumSet.noneOf(HistoryFlag.class);
        switch (state) {
            case PAID -> addFlagsOfPaid(flags, deciding);
            case BACK_PAID -> flags.add(HistoryFlag.BACKPAY);
            case UNCLEAR -> flags.add(HistoryFlag.UNKNOWN_TYPE);
            case TRANSFERRED -> flags.add(HistoryFlag.TRANSFER_IN);
            case AGENCY -> flags.add(HistoryFlag.UNEMPLOYMENT_AGENCY_PAID);
            case OTHER_AREA -> flags.add(HistoryFlag.OUT_OF_SCOPE_AREA);
            case PENDING, ARREARS, INTERRUPTED, MISSING -> {}
        }
        for (ContributionRow correction : corrections.all()) {
            flags.add(correction.isRefund() ? HistoryFlag.REFUND : HistoryFlag.REVERSED);
            if (!correction.isPosted()) {
                flags.add(HistoryFlag.REFUND_ANNOUNCED);
            }
        }
        for (ContributionRow row : rows) {
            if (isImpossibleTransfer(row)) {
                flags.add(HistoryFlag.IMPOSSIBLE_TRANSFER_KIND);
            }
            if (state != MonthState.PAID && isLocalZero(row)) {
                flags.add(HistoryFlag.ZERO_AMOUNT);
            }
        }
        return flags;
    }

    /** Work injury and maternity are never taken over from another area. */
    static boolean isImpossibleTransfer(ContributionRow row) {
        return row.isTransfer() && KINDS_WITHOUT_TRANSFER.contains(row.kind());
    }

    private void addFlagsOfPaid(Set<HistoryFlag> flags, List<ContributionRow> posted) {
        boolean late = true;
        for (int at = 0; at < posted.size(); at++) {
            ContributionRow row = posted.get(at);
            late &= isPostedLate(row);
            for (ContributionRow before : posted.subList(0, at)) {
                if (!row.isOfSameUnit(before)) {
                    flags.add(HistoryFlag.OVERLAP_EMPLOYERS);
                }
            }
        }
        if (late) {
            flags.add(HistoryFlag.POSTED_LATE);
        }
        for (ContributionRow row : rows) {
            if (row.isTransfer() && isCounted(row)) {
                flags.add(HistoryFlag.OVERLAP_TRANSFER);
            }
        }
    }

    private boolean isPostedLate(ContributionRow row) {
        return row.postedMonth() != null && row.postedMonth().isAfter(month.plusMonths(rules.lateAfterMonths()));
    }

    private List<Cause> causes(
            MonthState state, Set<HistoryFlag> flags, List<ContributionRow> deciding, Corrections corrections) {
        if (state == MonthState.PAID && corrections.isEmpty() && !flags.contains(HistoryFlag.POSTED_LATE)) {
            return List.of();
        }
        List<Cause> causes = new ArrayList<>();
        switch (state) {
            case PAID -> {
                Set<ContributionRow> announced = new LinkedHashSet<>();
                deciding.forEach(paid -> announced.addAll(corrections.announcedFor(paid)));
                announced.forEach(row -> causes.add(new Cause(Cause.Why.REFUND_ANNOUNCED, row)));
                if (flags.contains(HistoryFlag.POSTED_LATE)) {
                    deciding.forEach(row -> causes.add(new Cause(Cause.Why.POSTED_LATE, row)));
                }
            }
            case PENDING -> {}
            case UNCLEAR -> deciding.forEach(row -> causes.add(new Cause(Cause.Why.UNKNOWN_TYPE, row)));
            case ARREARS, BACK_PAID, INTERRUPTED, TRANSFERRED, AGENCY, OTHER_AREA, MISSING -> {}
        }
        if (state != MonthState.PAID && state != MonthState.PENDING) {
            addCausesOfUnpaid(causes, state, corrections);
        }
        causes.sort(Comparator.comparing(Cause::why).thenComparing(Cause::row, ORDER));
        return causes;
    }

    private void addCausesOfUnpaid(List<Cause> causes, MonthState state, Corrections corrections) {
        for (ContributionRow row : rows) {
            if (isCounted(row) && isInArea(row) && !row.isTransfer()) {
                if ((row.isRefund() || row.isReversal()) && corrections.tookAway(row)) {
                    causes.add(new Cause(row.isRefund() ? Cause.Why.REFUNDED : Cause.Why.REVERSED, row));
                } else if (isLocalZero(row)) {
                    causes.add(new Cause(Cause.Why.ZERO_AMOUNT, row));
                } else if (state == MonthState.MISSING) {
                    causes.add(new Cause(Cause.Why.NOT_COUNTED, row));
                }
            }
        }
    }

    private boolean isLocalZero(ContributionRow row) {
        return row.type().equals(RowType.NORMAL)
                && isCounted(row)
                && row.isZero()
                && !row.isTransfer()
                && isInArea(row);
    }

    private boolean isCounted(ContributionRow row) {
        return rules.countsKind(row.kind());
    }

    private boolean isInArea(ContributionRow row) {
        return rules.countsArea(row.area(), month);
    }

    /** One for each unit, in the order of codes, so that the order of the rows changes nothing. */
    private static List<ContributionUnit> unitsOf(List<ContributionRow> deciding) {
        if (deciding.size() == 1) {
            return List.of(ContributionUnit.of(deciding.getFirst()));
        }
        List<ContributionUnit> units = new ArrayList<>();
        for (ContributionRow row : deciding) {
            ContributionUnit unit = ContributionUnit.of(row);
            int same = 0;
            while (same < units.size() && !units.get(same).isListedWith(unit)) {
                same++;
            }
            if (same == units.size()) {
                units.add(unit);
            } else {
                units.set(same, units.get(same).and(unit));
            }
        }
        return units;
    }
}
