package io.tongban.engine.contributions.record;

import io.tongban.form.PlainName;
import io.tongban.form.UnitCode;
import java.math.BigDecimal;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * One cleaned row of a source; two rows that are equal are the same row.
 *
 * @param month the month that the fee belongs to; null for an unplaced row
 * @param kind AAE140, as it came
 * @param unit AAB001 in the form of {@link UnitCode}; empty where the source gives none
 * @param unitName AAB004 in the form of {@link PlainName}
 * @param type AAA115, compared as a whole value; empty where the source gives none
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
        unit = UnitCode.of(unit).text();
        unitName = PlainName.of(unitName).text();
        base = canonical(base);
        amount = canonical(amount);
    }

    /** A declaration without a payment: amount 0, and base 0 or not given. A missing amount is not zero. */
    public boolean isZero() {
        return amount != null && amount.signum() == 0 && (base == null || base.signum() == 0);
    }

    /** Takes back what was paid: a normal type with a negative amount, or with a negative base and no amount. */
    public boolean isReversal() {
        BigDecimal deciding = amount == null ? base : amount;
        return type.equals(RowType.NORMAL) && deciding != null && deciding.signum() < 0;
    }

    public boolean isRefund() {
        return type.equals(RowType.REFUND);
    }

    /** Taken over from another area: it never proves local employment, and never hurts. */
    public boolean isTransfer() {
        return type.equals(RowType.TRANSFERRED_IN) || unitKind == UnitKind.PLACEHOLDER;
    }

    public boolean isPosted() {
        return posted == PostedFlag.POSTED;
    }

    /** Whether both rows are of one unit; rows without a code never are. */
    public boolean isOfSameUnit(ContributionRow other) {
        return new UnitCode(unit).isSameUnit(new UnitCode(other.unit));
    }

    private static @Nullable BigDecimal canonical(@Nullable BigDecimal value) {
        return value == null ? null : value.stripTrailingZeros();
    }
}
