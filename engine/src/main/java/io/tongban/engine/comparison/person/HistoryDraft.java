package io.tongban.engine.comparison.person;

import io.tongban.engine.contributions.record.ContributionRow;
import io.tongban.engine.contributions.record.PostedFlag;
import io.tongban.engine.contributions.record.UnitKind;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** A contribution history in the making: paid months, what came after them, and a gap among them. */
final class HistoryDraft {

    static final String EMPLOYER = "30010001";
    static final String EMPLOYER_BEFORE = "30010002";

    private static final String FLEXIBLE_ACCOUNT = "30019999";
    private static final String AGENCY = "30018888";
    private static final String FAR_AWAY = "330212";
    private static final String NORMAL = "10";

    /** Whose account the months of a history were paid from. */
    enum Work {
        ONE_EMPLOYER("one employer"),
        TWO_EMPLOYERS("two employers, one after the other"),
        FLEXIBLE("the account of flexible workers");

        private final String words;

        Work(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }

    int paidMonths;
    Tail tail = Tail.PAID_TO_LAST_MONTH;

    /** 0: as the tail says. */
    int endedMonthsBefore;

    int gapMonths;
    Filling filling = Filling.NOTHING;
    int paidSinceGap;
    int postedLateBy;
    boolean refundAnnounced;
    String area = "";
    List<String> kinds = List.of();
    Work work = Work.ONE_EMPLOYER;

    /** The rows, oldest first, of a record of this month; all kinds are alike. */
    List<ContributionRow> rows(YearMonth recordMonth) {
        List<ContributionRow> rows = new ArrayList<>();
        for (String kind : kinds) {
            rowsOfOneKind(recordMonth).forEach(row -> rows.add(ofKind(row, kind)));
        }
        rows.sort(Comparator.comparing(ContributionRow::month));
        return rows;
    }

    private List<ContributionRow> rowsOfOneKind(YearMonth recordMonth) {
        List<ContributionRow> rows = new ArrayList<>();
        YearMonth month = recordMonth.minusMonths(endedMonthsBefore);
        for (Optional<PostedFlag> youngest :
                endedMonthsBefore > 0 ? List.<Optional<PostedFlag>>of() : tail.youngest()) {
            if (youngest.isPresent()) {
                rows.add(row(month, youngest.get()));
            }
            month = month.minusMonths(1);
        }
        int sinceGap = paidMonths == 0 ? 0 : paidSinceGap;
        for (int paid = 0; paid < Math.max(1, paidMonths); paid++) {
            if (paid == sinceGap) {
                for (int gap = 0; gap < gapMonths; gap++) {
                    rows.addAll(filling(month));
                    month = month.minusMonths(1);
                }
            }
            if (paid < paidMonths) {
                rows.add(paid(month, paid));
                if (refundAnnounced && isLooked(paid)) {
                    rows.add(with(
                            rows.getLast(),
                            rows.getLast().unit(),
                            rows.getLast().unitKind(),
                            rows.getLast().area(),
                            "20",
                            PostedFlag.NOT_POSTED));
                }
                month = month.minusMonths(1);
            }
        }
        return rows;
    }

    /** The first day of the oldest month with a row; of a history without rows a year before the record. */
    LocalDate firstDay(YearMonth recordMonth) {
        return rows(recordMonth).stream()
                .map(ContributionRow::month)
                .findFirst()
                .orElse(recordMonth.minusYears(1))
                .atDay(1);
    }

    private ContributionRow paid(YearMonth month, int youngerPaid) {
        ContributionRow row = row(month, PostedFlag.POSTED);
        if (work == Work.TWO_EMPLOYERS && youngerPaid >= 2) {
            row = with(row, EMPLOYER_BEFORE, UnitKind.EMPLOYER, row.area(), NORMAL, PostedFlag.POSTED);
        }
        boolean late = postedLateBy > 0 && isLooked(youngerPaid);
        return late ? postedIn(row, month.plusMonths(postedLateBy)) : row;
    }

    /** Whether it is the month in which something is odd: the second youngest, or the only one. */
    private boolean isLooked(int youngerPaid) {
        return youngerPaid == Math.min(1, paidMonths - 1);
    }

    private List<ContributionRow> filling(YearMonth month) {
        ContributionRow posted = row(month, PostedFlag.POSTED);
        return switch (filling) {
            case NOTHING -> List.of();
            case ZERO -> List.of(of(posted, BigDecimal.ZERO, BigDecimal.ZERO, PostedFlag.NOT_POSTED));
            case BACK_PAID ->
                List.of(with(posted, EMPLOYER, UnitKind.EMPLOYER, posted.area(), "31", PostedFlag.POSTED));
            case ARREARS -> List.of(row(month, PostedFlag.NOT_POSTED));
            case INTERRUPTED -> List.of(row(month, PostedFlag.INTERRUPTED));
            case OTHER_AREA -> List.of(with(posted, EMPLOYER, UnitKind.EMPLOYER, FAR_AWAY, NORMAL, PostedFlag.POSTED));
            case TRANSFERRED ->
                List.of(with(posted, "转移虚拟单位", UnitKind.PLACEHOLDER, posted.area(), "105", PostedFlag.POSTED));
            case AGENCY -> List.of(with(posted, AGENCY, UnitKind.AGENCY, posted.area(), "11", PostedFlag.POSTED));
            case REFUNDED ->
                List.of(posted, with(posted, EMPLOYER, UnitKind.EMPLOYER, posted.area(), "20", PostedFlag.POSTED));
            case REVERSED ->
                List.of(posted, of(posted, new BigDecimal("-3500"), new BigDecimal("-280"), PostedFlag.POSTED));
            case UNKNOWN_TYPE ->
                List.of(with(posted, EMPLOYER, UnitKind.EMPLOYER, posted.area(), "89", PostedFlag.POSTED));
        };
    }

    private ContributionRow row(YearMonth month, PostedFlag flag) {
        boolean flexible = work == Work.FLEXIBLE;
        String unit = flexible ? FLEXIBLE_ACCOUNT : EMPLOYER;
        return new ContributionRow(
                month,
                kinds.getFirst(),
                unit,
                unit,
                flexible ? UnitKind.FLEXIBLE : UnitKind.EMPLOYER,
                area,
                NORMAL,
                null,
                null,
                flag,
                null);
    }

    private static ContributionRow with(
            ContributionRow row, String unit, UnitKind unitKind, String area, String type, PostedFlag flag) {
        return new ContributionRow(row.month(), row.kind(), unit, unit, unitKind, area, type, null, null, flag, null);
    }

    private static ContributionRow ofKind(ContributionRow row, String kind) {
        return new ContributionRow(
                row.month(),
                kind,
                row.unit(),
                row.unitName(),
                row.unitKind(),
                row.area(),
                row.type(),
                row.base(),
                row.amount(),
                row.posted(),
                row.postedMonth());
    }

    private static ContributionRow of(ContributionRow row, BigDecimal base, BigDecimal amount, PostedFlag posted) {
        return new ContributionRow(
                row.month(),
                row.kind(),
                row.unit(),
                row.unitName(),
                row.unitKind(),
                row.area(),
                row.type(),
                base,
                amount,
                posted,
                null);
    }

    private static ContributionRow postedIn(ContributionRow row, YearMonth postedMonth) {
        return new ContributionRow(
                row.month(),
                row.kind(),
                row.unit(),
                row.unitName(),
                row.unitKind(),
                row.area(),
                row.type(),
                null,
                null,
                row.posted(),
                postedMonth);
    }
}
