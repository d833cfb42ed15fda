package io.tongban.engine.contributions;

import io.tongban.engine.contributions.record.ContributionRecord;
import io.tongban.engine.contributions.record.ContributionRow;
import io.tongban.engine.contributions.record.CoverageState;
import io.tongban.engine.contributions.record.CoveredMonths;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The months of a record under a standard's counting rules, and the current run. */
public final class ContributionHistory {

    private final CountingRules rules;
    private final PlacedRows placed;
    private final YearMonth asOfMonth;
    private final List<ContributionMonth> months;
    private final ContributionRun run;
    private final Set<HistoryFlag> flagsOfRecord;
    private final UnreadMonths unread;
    private final CoveredMonths covered;
    private final boolean anyRowRead;

    private ContributionHistory(
            CountingRules rules,
            PlacedRows placed,
            YearMonth asOfMonth,
            Set<HistoryFlag> flagsOfRecord,
            UnreadMonths unread,
            CoveredMonths covered,
            boolean anyRowRead) {
        this.rules = rules;
        this.placed = placed;
        this.asOfMonth = asOfMonth;
        this.unread = unread;
        this.covered = covered;
        this.anyRowRead = anyRowRead;
        this.months = readMonths();
        this.run = runIfPaid(List.of());
        this.flagsOfRecord = flagsOfRecord;
    }

    /** Reads the rows at the day of the record, not at the application date; their order changes nothing. */
    public static ContributionHistory of(ContributionRecord record, CountingRules rules) {
        YearMonth asOfMonth = YearMonth.from(record.asOf());
        PlacedRows placed = new PlacedRows(asOfMonth, rules);
        Set<HistoryFlag> flags = EnumSet.noneOf(HistoryFlag.class);
        if (record.duplicateRows() > 0) {
            flags.add(HistoryFlag.DUPLICATE_ROW);
        }
        CoveredMonths covered = new CoveredMonths(record);
        Set<ContributionRow> aside = new HashSet<>();
        boolean anyRowRead = false;
        for (ContributionRow row : record.rows()) {
            YearMonth month = row.month();
            boolean isNew;
            boolean isRead = covered.isRead(row);
            anyRowRead |= isRead;
            if (!isRead) {
                isNew = aside.add(row);
            } else if (month == null) {
                flags.add(HistoryFlag.UNPLACED);
                isNew = aside.add(row);
            } else if (month.isAfter(asOfMonth)) {
                flags.add(HistoryFlag.FUTURE_MONTH);
                if (RowsOfMonth.isImpossibleTransfer(row)) {
                    flags.add(HistoryFlag.IMPOSSIBLE_TRANSFER_KIND);
                }
                isNew = aside.add(row);
            } else {
                isNew = placed.add(month, row);
            }
            if (!isNew) {
                flags.add(HistoryFlag.DUPLICATE_ROW);
            }
        }
        YearMonth oldest = asOfMonth.minusMonths(Math.max(rules.reach(), placed.oldest()));
        return new ContributionHistory(
                rules, placed, asOfMonth, flags, new UnreadMonths(record, covered, rules, oldest), covered, anyRowRead);
    }

    /**
     * The history as it will be read on another day.
     *
     * @param coming the rows that come to it, by their months, none of them after that day
     */
    public ContributionHistory on(LocalDate day, Map<YearMonth, ContributionRow> coming) {
        YearMonth month = YearMonth.from(day);
        return new ContributionHistory(rules, placed.upTo(month, coming), month, Set.of(), unread, covered, anyRowRead);
    }

    /** The month of the day on which the record was read. */
    public YearMonth asOfMonth() {
        return asOfMonth;
    }

    /** Every month from the first that has a row, and at least as many as the standard asks for, to {@link #asOfMonth}. */
    public List<ContributionMonth> months() {
        return months;
    }

    public ContributionRun run() {
        return run;
    }

    /** All flags of the months and of the record. */
    public Set<HistoryFlag> flags() {
        Set<HistoryFlag> all = EnumSet.noneOf(HistoryFlag.class);
        all.addAll(flagsOfRecord);
        boolean paid = false;
        for (ContributionMonth month : months) {
            all.addAll(month.flags());
            paid |= month.state() == MonthState.PAID;
        }
        if (paid && !run.isCurrent()) {
            all.add(HistoryFlag.RUN_NOT_CURRENT);
        }
        return all;
    }

    /** The month, {@code MISSING} where the record says nothing of it. */
    public ContributionMonth month(YearMonth month) {
        int back = PlacedRows.monthsBetween(month, asOfMonth);
        return back >= 0 && back < months.size() ? monthBack(back) : ContributionMonth.missing(month);
    }

    /** The last so many months of the run that count, oldest first. */
    public List<ContributionMonth> lastCounted(int count) {
        List<YearMonth> counted = run.countedMonths();
        List<ContributionMonth> last = new ArrayList<>();
        for (YearMonth month : counted.subList(Math.max(0, counted.size() - count), counted.size())) {
            last.add(month(month));
        }
        return last;
    }

    /** The month of the record and so many before it, oldest first. */
    public List<ContributionMonth> monthsBack(int count) {
        List<ContributionMonth> last = new ArrayList<>();
        for (int back = count; back >= 0; back--) {
            last.add(back < months.size() ? monthBack(back) : ContributionMonth.missing(asOfMonth.minusMonths(back)));
        }
        return last;
    }

    /**
     * Whether a month is unread that could change what the record comes to: one from the record's month back to the gap that broke
     * the run, or, without a run, among the months that the standard asks for; and in the window of a standard that has one.
     */
    public boolean isUnread() {
        YearMonth oldest = asOfMonth.minusMonths(rules.reach());
        if (run.isCurrent()) {
            YearMonth gap = run.gap().getFirst();
            oldest = rules.window() != null && oldest.isBefore(gap) ? oldest : gap;
        }
        for (ContributionMonth month : months) {
            if (month.unread() && !month.month().isBefore(oldest)) {
                return true;
            }
        }
        return run.gap().stream()
                .anyMatch(month -> month.isBefore(months.getFirst().month()) && unread.isUnread(month));
    }

    /**
     * Whether every counted area and kind says for the record's month and all that the standard asks for that it has no such person,
     * and no row was read.
     */
    public boolean isPersonUnknown() {
        if (anyRowRead) {
            return false;
        }
        boolean asked = false;
        for (int back = rules.reach(); back >= 0; back--) {
            YearMonth month = asOfMonth.minusMonths(back);
            for (CountedArea area : rules.areas()) {
                for (String kind : rules.kinds()) {
                    if (area.countsIn(month)) {
                        asked = true;
                        if (covered.state(area.area(), kind, month) != CoverageState.PERSON_UNKNOWN) {
                            return false;
                        }
                    }
                }
            }
        }
        return asked;
    }

    private ContributionMonth monthBack(int back) {
        return months.get(months.size() - 1 - back);
    }

    private List<ContributionMonth> readMonths() {
        int oldest = Math.max(rules.reach(), placed.oldest());
        List<ContributionMonth> read = new ArrayList<>(oldest + 1);
        for (int back = oldest; back >= 0; back--) {
            RowsOfMonth rows = placed.monthBack(back);
            ContributionMonth month =
                    rows == null ? ContributionMonth.missing(asOfMonth.minusMonths(back)) : rows.readIn(asOfMonth);
            read.add(unread.isUnread(month.month()) ? month.unreadUnlessPaid() : month);
        }
        return Collections.unmodifiableList(read);
    }

    /**
     * The run as it would be if these months were paid too, read in the month of the record or, if that is later, in the last of
     * them.
     *
     * @param paidToo oldest first
     */
    public ContributionRun runIfPaid(List<YearMonth> paidToo) {
        int ahead = ahead(paidToo);
        List<YearMonth> counted = new ArrayList<>();
        List<YearMonth> pending = new ArrayList<>();
        List<YearMonth> gap = new ArrayList<>();
        int unpaid = 0;
        for (int back = 0; ; back++) {
            YearMonth month = monthAt(back - ahead);
            MonthState state = stateIfPaid(month, back - ahead, paidToo);
            if (state == MonthState.PAID) {
                counted.add(month);
                gap.clear();
            } else if (state == MonthState.PENDING) {
                pending.add(month);
            } else if (!counted.isEmpty()) {
                gap.add(month);
                if (gap.size() == rules.gapMonths()) {
                    break;
                }
            } else if (back > 0 && ++unpaid == rules.endsWithin()) {
                gap.add(month);
                break;
            }
        }
        return new ContributionRun(counted.reversed(), pending.reversed(), gap.reversed());
    }

    /**
     * The paid months among the last so many, oldest first. Pending months, and the first month looked at while it is not paid,
     * take no place among them.
     *
     * @param paidToo months taken as paid, oldest first, as in {@link #runIfPaid}
     */
    public List<YearMonth> paidWithin(int size, List<YearMonth> paidToo) {
        int ahead = ahead(paidToo);
        List<YearMonth> paid = new ArrayList<>();
        int places = 0;
        for (int back = 0; places < size && back - ahead < months.size(); back++) {
            YearMonth month = monthAt(back - ahead);
            MonthState state = stateIfPaid(month, back - ahead, paidToo);
            if (state == MonthState.PAID) {
                paid.add(month);
                places++;
            } else if (state != MonthState.PENDING && back > 0) {
                places++;
            }
        }
        return paid.reversed();
    }

    /** How many months after the record's the last of these is; 0 if it is not after. */
    private int ahead(List<YearMonth> paidToo) {
        return paidToo.isEmpty() ? 0 : Math.max(0, PlacedRows.monthsBetween(asOfMonth, paidToo.getLast()));
    }

    private YearMonth monthAt(int back) {
        return isKnown(back) ? monthBack(back).month() : asOfMonth.minusMonths(back);
    }

    private MonthState stateIfPaid(YearMonth month, int back, List<YearMonth> paidToo) {
        if (!paidToo.isEmpty() && paidToo.contains(month)) {
            return MonthState.PAID;
        }
        return isKnown(back) ? monthBack(back).state() : MonthState.MISSING;
    }

    private boolean isKnown(int back) {
        return back >= 0 && back < months.size();
    }
}
