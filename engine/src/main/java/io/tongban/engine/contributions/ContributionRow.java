package io.tongban.engine.contributions;

import java.math.BigDecimal;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * One cleaned row of a source; two rows that are equal are the same row.
 *
 * @param month the month that the fee belongs to; null for an unplaced row
 * @param kind AAE140, two digits
 * @param type AAA115, compared as a whole value
 * @param base AAE180; null where the source leaves it empty
 * @param amount AAE020; null where the source leaves it empty
 * @param postedMonth AAE079; null where the source names none
 */
public record ContributionRow(
        @Nullable YearMonth month,
        String kind,
        String unit,
        String unitName,
        UnitKind unitKind,
        String area,
        String type,
        @Nullable BigDecimal base,
        @Nullable BigDecimal amount,
        PostedFlag posted,
        @Nullable YearMonth postedMonth) {

    public ContributionRow {
        base = canonical(base);
        amount = canonical(amount);
    }

    /** Zero in base and in amount: a declaration without a payment. An empty field is not a zero. */
    boolean isZero() {
        return base != null && amount != null && base.signum() == 0 && amount.signum() == 0;
    }

    private static @Nullable BigDecimal canonical(@Nullable BigDecimal value) {
        return value == null ? null : value.stripTrailingZeros();
    }
}
