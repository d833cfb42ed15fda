package io.tongban.permit.contributions;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The months of a record under a standard's counting rules, and the current run.
 *
 * @param asOfMonth the month of the day on which the record was read
 * @param months every month from the first that has a row, and at least as many as the standard asks for, to {@code asOfMonth}
 * @param flags all flags of the months and of the record
 */
public record ContributionHistory(
        YearMonth asOfMonth, List<ContributionMonth> months, ContributionRun run, Set<HistoryFlag> flags) {

    public ContributionHistory {
        months = List.copyOf(months);
        EnumSet<HistoryFlag> ordered = EnumSet.noneOf(HistoryFlag.class);
        ordered.addAll(flags);
        flags = Collections.unmodifiableSet(ordered);
    }

    /** Reads the rows at the day of the record, not at the application date; their order changes nothing. */
    public static ContributionHistory of(ContributionRecord record, CountingRules rules) {
        YearMonth asOfMonth = YearMonth.from(record.asOf());
        Set<ContributionRow> distinct = new HashSet<>(record.rows());
        Set<HistoryFlag> flags = EnumSet.noneOf(HistoryFlag.class);
        if (record.duplicateRows() > 0 || distinct.size() < record.rows().size()) {
            flags.add(HistoryFlag.DUPLICATE_ROW);
        }
        TreeMap<YearMonth, List<ContributionRow>> placed = new TreeMap<>();
        for (ContributionRow row : distinct) {
            YearMonth month = row.month();
            if (month == null) {
                flags.add(HistoryFlag.UNPLACED);
            } else if (month.isAfter(asOfMonth)) {
                flags.add(HistoryFlag.FUTURE_MONTH);
            } else {
                placed.computeIfAbsent(month, any -> new ArrayList<>()).add(row);
            }
        }
        List<ContributionMonth> months = months(placed, asOfMonth, rules);
        months.forEach(month -> flags.addAll(month.flags()));
        ContributionRun run = run(months, asOfMonth, rules);
        if (!run.isCurrent() && months.stream().anyMatch(month -> month.state() == MonthState.PAID)) {
            flags.add(HistoryFlag.RUN_NOT_CURRENT);
        }
        return new ContributionHistory(asOfMonth, months, run, flags);
    }

    /** The month, {@code MISSING} where the record says nothing of it. */
    public ContributionMonth month(YearMonth month) {
        return months.stream()
                .filter(known -> known.month().equals(month))
                .findFirst()
                .orElseGet(() -> new ContributionMonth(month, MonthState.MISSING, Set.of(), List.of()));
    }

    /** The last so many months of the run that count, oldest first. */
    public List<ContributionMonth> lastCounted(int count) {
        List<YearMonth> counted = run.countedMonths();
        return counted.subList(Math.max(0, counted.size() - count), counted.size()).stream()
                .map(this::month)
                .toList();
    }

    /** The so many months before the month of the record, oldest first. */
    public List<ContributionMonth> monthsBefore(int count) {
        List<ContributionMonth> before = new ArrayList<>();
        for (int back = count; back >= 1; back--) {
            before.add(month(asOfMonth.minusMonths(back)));
        }
        return before;
    }

    private static List<ContributionMonth> months(
            TreeMap<YearMonth, List<ContributionRow>> placed, YearMonth asOfMonth, CountingRules rules) {
        YearMonth first = asOfMonth.minusMonths(rules.months());
        if (!placed.isEmpty() && placed.firstKey().isBefore(first)) {
            first = placed.firstKey();
        }
        List<ContributionMonth> months = new ArrayList<>();
        for (YearMonth month = first; !month.isAfter(asOfMonth); month = month.plusMonths(1)) {
            months.add(new RowsOfMonth(month, placed.getOrDefault(month, List.of()), rules).readIn(asOfMonth));
        }
        return months;
    }

    private static ContributionRun run(List<ContributionMonth> months, YearMonth asOfMonth, CountingRules rules) {
        Map<YearMonth, MonthState> states =
                months.stream().collect(Collectors.toMap(ContributionMonth::month, ContributionMonth::state));
        List<YearMonth> counted = new ArrayList<>();
        List<YearMonth> pending = new ArrayList<>();
        List<YearMonth> gap = new ArrayList<>();
        for (YearMonth month = asOfMonth; ; month = month.minusMonths(1)) {
            MonthState state = states.getOrDefault(month, MonthState.MISSING);
            if (state == MonthState.PAID) {
                counted.add(month);
                gap.clear();
            } else if (state == MonthState.PENDING) {
                pending.add(month);
            } else if (!month.equals(asOfMonth)) {
                gap.add(month);
                if (counted.isEmpty() || gap.size() == rules.gapMonths()) {
                    break;
                }
            }
        }
        return new ContributionRun(counted.reversed(), pending.reversed(), gap.reversed());
    }
}
