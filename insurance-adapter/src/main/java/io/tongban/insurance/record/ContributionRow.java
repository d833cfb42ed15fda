package io.tongban.insurance.record;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * One contribution as a bureau lists it, in canonical values.
 *
 * @param month the month the fee belongs to; null for a row that names none and is therefore <em>unplaced</em>
 * @param unit the unit's code in its one form, its identity; empty where the bureau gives none
 * @param unitName an alias of the unit in the one form of names
 * @param type the contribution type as it came, a whole value: {@code 105} is not {@code 10}; empty where the bureau gives none
 * @param base the contribution base in yuan; null where the bureau gives none
 * @param amount the amount paid in yuan; null where the bureau gives none
 * @param postedMonth the month in which it was paid in; null where the bureau gives none
 */
public record ContributionRow(
        @Nullable YearMonth month,
        Kind kind,
        String unit,
        String unitName,
        UnitKind unitKind,
        Area area,
        String type,
        @Nullable BigDecimal base,
        @Nullable BigDecimal amount,
        PostedFlag posted,
        @Nullable YearMonth postedMonth) {

    /** By month (unplaced rows last), kind, area, unit and the rest: the same rows are always in the same order. */
    static final Comparator<ContributionRow> ORDER = Comparator.comparing(
                    ContributionRow::month, Comparator.nullsLast(Comparator.<YearMonth>naturalOrder()))
            .thenComparing(ContributionRow::kind)
            .thenComparing(ContributionRow::area)
            .thenComparing(ContributionRow::unit)
            .thenComparing(ContributionRow::type)
            .thenComparing(ContributionRow::unitName)
            .thenComparing(ContributionRow::unitKind)
            .thenComparing(ContributionRow::posted)
            .thenComparing(ContributionRow::postedMonth, Comparator.nullsLast(Comparator.<YearMonth>naturalOrder()))
            .thenComparing(ContributionRow::base, Comparator.nullsLast(Comparator.<BigDecimal>naturalOrder()))
            .thenComparing(ContributionRow::amount, Comparator.nullsLast(Comparator.<BigDecimal>naturalOrder()));

    @Override
    public String toString() {
        return "ContributionRow[" + month + ", " + kind + ", " + area + ", type " + type + "]";
    }
}
