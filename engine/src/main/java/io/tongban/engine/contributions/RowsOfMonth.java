package io.tongban.engine.contributions;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The rows of one month of a record, and what they make of the month under the counting rules. */
final class RowsOfMonth {

    /** Work injury and maternity are never taken over from another area. */
    private static final Set<String> KINDS_WITHOUT_TRANSFER = Set.of("41", "51");

    private final YearMonth month;
    private final CountingRules rules;
    private final List<ContributionRow> rows = new ArrayList<>();
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
        boolean refunds = hasRefund();
        MonthState state = MonthState.MISSING;
        List<ContributionRow> deciding = new ArrayList<>(rows.size());
        for (ContributionRow row : rows) {
            MonthState said = stateSaidBy(row, refunds, thisMonth);
            if (said.compareTo(state) < 0) {
                state = said;
                deciding.clear();
            }
            if (said == state && said != MonthState.MISSING) {
                deciding.add(row);
            }
        }
        return new ContributionMonth(month, state, flags(state, deciding, refunds), unitsOf(deciding));
    }

    /** What the row would make of the month if it were alone in it. */
    private MonthState stateSaidBy(ContributionRow row, boolean refunds, YearMonth thisMonth) {
        boolean transfer = isTransfer(row);
        if (row.type().equals(RowType.NORMAL) && isCounted(row) && !transfer) {
            if (row.isZero() || (refunds && isRefunded(row))) {
                return MonthState.MISSING;
            }
            return isInArea(row) ? stateOfLocal(row, thisMonth) : MonthState.OTHER_AREA;
        }
        if (transfer && isCounted(row)) {
            return MonthState.TRANSFERRED;
        }
        if (row.type().equals(RowType.UNEMPLOYMENT_AGENCY)) {
            return MonthState.AGENCY;
        }
        return isBackPayment(row) && !transfer ? MonthState.BACK_PAID : MonthState.MISSING;
    }

    private MonthState stateOfLocal(ContributionRow row, YearMonth thisMonth) {
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

    private Set<HistoryFlag> flags(MonthState state, List<ContributionRow> deciding, boolean refunds) {
        Set<HistoryFlag> flags = EnumSet.noneOf(HistoryFlag.class);
        switch (state) {
            case PAID -> addFlagsOfPaid(flags, deciding);
            case BACK_PAID -> flags.add(HistoryFlag.BACKPAY);
            case TRANSFERRED -> flags.add(HistoryFlag.TRANSFER_IN);
            case AGENCY -> flags.add(HistoryFlag.UNEMPLOYMENT_AGENCY_PAID);
            case OTHER_AREA -> flags.add(HistoryFlag.OUT_OF_SCOPE_AREA);
            case PENDING, ARREARS, INTERRUPTED, MISSING -> {}
        }
        if (refunds) {
            flags.add(HistoryFlag.REFUND);
        }
        for (ContributionRow row : rows) {
            if (isTransfer(row) && KINDS_WITHOUT_TRANSFER.contains(row.kind())) {
                flags.add(HistoryFlag.IMPOSSIBLE_TRANSFER_KIND);
            }
            if (state != MonthState.PAID && isLocalZero(row)) {
                flags.add(HistoryFlag.ZERO_AMOUNT);
            }
        }
        return flags;
    }

    private void addFlagsOfPaid(Set<HistoryFlag> flags, List<ContributionRow> posted) {
        boolean late = true;
        for (ContributionRow row : posted) {
            late &= isPostedLate(row);
            if (!row.unit().equals(posted.getFirst().unit())) {
                flags.add(HistoryFlag.OVERLAP_EMPLOYERS);
            }
        }
        if (late) {
            flags.add(HistoryFlag.POSTED_LATE);
        }
        for (ContributionRow row : rows) {
            if (isTransfer(row) && isCounted(row)) {
                flags.add(HistoryFlag.OVERLAP_TRANSFER);
            }
        }
    }

    private boolean isPostedLate(ContributionRow row) {
        return row.postedMonth() != null && row.postedMonth().isAfter(month.plusMonths(rules.lateAfterMonths()));
    }

    private boolean hasRefund() {
        for (ContributionRow row : rows) {
            if (isRefund(row)) {
                return true;
            }
        }
        return false;
    }

    private boolean isRefunded(ContributionRow row) {
        for (ContributionRow refund : rows) {
            if (isRefund(refund)
                    && refund.kind().equals(row.kind())
                    && refund.unit().equals(row.unit())) {
                return true;
            }
        }
        return false;
    }

    private boolean isRefund(ContributionRow row) {
        return row.type().equals(RowType.REFUND) && isCounted(row);
    }

    private boolean isBackPayment(ContributionRow row) {
        return RowType.BACK_PAYMENTS.contains(row.type())
                && isCounted(row)
                && isInArea(row)
                && row.posted() == PostedFlag.POSTED;
    }

    private boolean isLocalZero(ContributionRow row) {
        return row.type().equals(RowType.NORMAL) && isCounted(row) && row.isZero() && isInArea(row);
    }

    private static boolean isTransfer(ContributionRow row) {
        return row.type().equals(RowType.TRANSFERRED_IN) || row.unitKind() == UnitKind.PLACEHOLDER;
    }

    private boolean isCounted(ContributionRow row) {
        return rules.countsKind(row.kind());
    }

    private boolean isInArea(ContributionRow row) {
        return rules.countsArea(row.area(), month);
    }

    /** One for each code, in the order of codes, so that the order of the rows changes nothing. */
    private static List<ContributionUnit> unitsOf(List<ContributionRow> deciding) {
        if (deciding.size() == 1) {
            return List.of(unitOf(deciding.getFirst()));
        }
        TreeMap<String, ContributionUnit> byCode = new TreeMap<>();
        for (ContributionRow row : deciding) {
            byCode.merge(row.unit(), unitOf(row), ContributionUnit::and);
        }
        return List.copyOf(byCode.values());
    }

    private static ContributionUnit unitOf(ContributionRow row) {
        return new ContributionUnit(row.unit(), row.unitKind(), row.unitName());
    }
}
