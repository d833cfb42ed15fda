package io.tongban.permit.contributions;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The rows of one month of a record, and what they make of the month under the counting rules. */
final class RowsOfMonth {

    /** Work injury and maternity are never taken over from another area. */
    private static final Set<String> KINDS_WITHOUT_TRANSFER = Set.of("41", "51");

    private final YearMonth month;
    private final List<ContributionRow> rows;
    private final CountingRules rules;
    private final Set<String> areas;

    RowsOfMonth(YearMonth month, List<ContributionRow> rows, CountingRules rules) {
        this.month = month;
        this.rows = rows;
        this.rules = rules;
        this.areas = rules.areasIn(month);
    }

    /** The first state that applies; {@code thisMonth} is the month of the day on which the record was read. */
    ContributionMonth readIn(YearMonth thisMonth) {
        List<ContributionRow> normal = rows(this::isNormal);
        List<ContributionRow> local = normal.stream().filter(this::isInArea).toList();
        List<ContributionRow> posted = ofFlag(local, PostedFlag.POSTED);
        if (!posted.isEmpty()) {
            return month(MonthState.PAID, posted, paidFlags(posted));
        }
        List<ContributionRow> declared = ofFlag(local, PostedFlag.NOT_POSTED, PostedFlag.IN_TRANSIT);
        if (!declared.isEmpty()) {
            boolean recent = !month.isBefore(thisMonth.minusMonths(1));
            return month(recent ? MonthState.PENDING : MonthState.ARREARS, declared);
        }
        List<ContributionRow> backPaid = rows(row -> RowType.BACK_PAYMENTS.contains(row.type())
                && isCounted(row)
                && isInArea(row)
                && !isTransfer(row)
                && row.posted() == PostedFlag.POSTED);
        if (!backPaid.isEmpty()) {
            return month(MonthState.BACK_PAID, backPaid, HistoryFlag.BACKPAY);
        }
        List<ContributionRow> interrupted = ofFlag(local, PostedFlag.INTERRUPTED);
        if (!interrupted.isEmpty()) {
            return month(MonthState.INTERRUPTED, interrupted);
        }
        List<ContributionRow> transferred = rows(row -> isTransfer(row) && isCounted(row));
        if (!transferred.isEmpty()) {
            return month(MonthState.TRANSFERRED, transferred, HistoryFlag.TRANSFER_IN);
        }
        List<ContributionRow> agency = rows(row -> row.type().equals(RowType.UNEMPLOYMENT_AGENCY));
        if (!agency.isEmpty()) {
            return month(MonthState.AGENCY, agency, HistoryFlag.UNEMPLOYMENT_AGENCY_PAID);
        }
        if (!normal.isEmpty()) {
            return month(MonthState.OTHER_AREA, normal, HistoryFlag.OUT_OF_SCOPE_AREA);
        }
        return month(MonthState.MISSING, List.of());
    }

    private ContributionMonth month(MonthState state, List<ContributionRow> deciding, HistoryFlag... flags) {
        return month(state, deciding, Set.of(flags));
    }

    private ContributionMonth month(MonthState state, List<ContributionRow> deciding, Set<HistoryFlag> flags) {
        Set<HistoryFlag> all = EnumSet.noneOf(HistoryFlag.class);
        all.addAll(flags);
        if (rows.stream().anyMatch(this::isRefund)) {
            all.add(HistoryFlag.REFUND);
        }
        if (rows.stream().anyMatch(row -> isTransfer(row) && KINDS_WITHOUT_TRANSFER.contains(row.kind()))) {
            all.add(HistoryFlag.IMPOSSIBLE_TRANSFER_KIND);
        }
        if (state != MonthState.PAID && rows.stream().anyMatch(this::isLocalZero)) {
            all.add(HistoryFlag.ZERO_AMOUNT);
        }
        return new ContributionMonth(month, state, all, unitsOf(deciding));
    }

    private Set<HistoryFlag> paidFlags(List<ContributionRow> posted) {
        Set<HistoryFlag> flags = EnumSet.noneOf(HistoryFlag.class);
        if (posted.stream().map(ContributionRow::unit).distinct().count() > 1) {
            flags.add(HistoryFlag.OVERLAP_EMPLOYERS);
        }
        if (rows.stream().anyMatch(row -> isTransfer(row) && isCounted(row))) {
            flags.add(HistoryFlag.OVERLAP_TRANSFER);
        }
        if (posted.stream().allMatch(this::isPostedLate)) {
            flags.add(HistoryFlag.POSTED_LATE);
        }
        return flags;
    }

    private boolean isPostedLate(ContributionRow row) {
        return row.postedMonth() != null && row.postedMonth().isAfter(month.plusMonths(rules.lateAfterMonths()));
    }

    private boolean isNormal(ContributionRow row) {
        return row.type().equals(RowType.NORMAL)
                && isCounted(row)
                && !isTransfer(row)
                && !row.isZero()
                && !isRefunded(row);
    }

    private boolean isRefunded(ContributionRow row) {
        return rows.stream()
                .anyMatch(refund -> isRefund(refund)
                        && refund.kind().equals(row.kind())
                        && refund.unit().equals(row.unit()));
    }

    private boolean isRefund(ContributionRow row) {
        return row.type().equals(RowType.REFUND) && isCounted(row);
    }

    private boolean isLocalZero(ContributionRow row) {
        return row.type().equals(RowType.NORMAL) && isCounted(row) && isInArea(row) && row.isZero();
    }

    private static boolean isTransfer(ContributionRow row) {
        return row.type().equals(RowType.TRANSFERRED_IN) || row.unitKind() == UnitKind.PLACEHOLDER;
    }

    private boolean isCounted(ContributionRow row) {
        return rules.countsKind(row.kind());
    }

    private boolean isInArea(ContributionRow row) {
        return areas.contains(row.area());
    }

    private List<ContributionRow> rows(Predicate<ContributionRow> condition) {
        return rows.stream().filter(condition).toList();
    }

    private static List<ContributionRow> ofFlag(List<ContributionRow> rows, PostedFlag... flags) {
        Set<PostedFlag> wanted = Set.of(flags);
        return rows.stream().filter(row -> wanted.contains(row.posted())).toList();
    }

    /** One for each code, in the order of codes, so that the order of the rows changes nothing. */
    private static List<ContributionUnit> unitsOf(List<ContributionRow> deciding) {
        TreeMap<String, List<ContributionRow>> byCode = deciding.stream()
                .collect(Collectors.groupingBy(ContributionRow::unit, TreeMap::new, Collectors.toList()));
        List<ContributionUnit> units = new ArrayList<>();
        byCode.forEach((code, ofUnit) -> units.add(new ContributionUnit(
                code,
                ofUnit.stream()
                        .map(ContributionRow::unitKind)
                        .min(UnitKind::compareTo)
                        .orElseThrow(),
                ofUnit.stream()
                        .map(ContributionRow::unitName)
                        .min(String::compareTo)
                        .orElseThrow())));
        return units;
    }
}
