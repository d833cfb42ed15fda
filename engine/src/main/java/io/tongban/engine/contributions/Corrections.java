package io.tongban.engine.contributions;

import io.tongban.engine.contributions.record.ContributionRow;
import io.tongban.engine.contributions.record.RowType;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The refunds and reversals of one month, and which normal rows they take away: for each kind and unit by itself, the counted
 * areas taken together and every other area by itself.
 */
final class Corrections {

    private static final Corrections NONE = new Corrections(List.of(), List.of(), Set.of());

    private final List<ContributionRow> corrections;
    private final List<ContributionRow> normal;
    private final Set<String> countedAreas;

    private Corrections(List<ContributionRow> corrections, List<ContributionRow> normal, Set<String> countedAreas) {
        this.corrections = corrections;
        this.normal = normal;
        this.countedAreas = countedAreas;
    }

    /**
     * The corrections among these rows.
     *
     * @param counted rows of counted kinds, transfer rows aside
     * @param countedAreas those of the areas of the rows that count in the month
     */
    static Corrections of(List<ContributionRow> counted, Set<String> countedAreas) {
        List<ContributionRow> corrections = new ArrayList<>();
        List<ContributionRow> normal = new ArrayList<>();
        for (ContributionRow row : counted) {
            if (row.isRefund() || row.isReversal()) {
                corrections.add(row);
            } else if (row.type().equals(RowType.NORMAL)) {
                normal.add(row);
            }
        }
        return corrections.isEmpty() ? NONE : new Corrections(corrections, normal, countedAreas);
    }

    boolean isEmpty() {
        return corrections.isEmpty();
    }

    /** All of them, of every area. */
    List<ContributionRow> all() {
        return corrections;
    }

    /** The corrections that are not posted and concern the row once they are. */
    List<ContributionRow> announcedFor(ContributionRow row) {
        return corrections.stream()
                .filter(correction -> !correction.isPosted() && belongTogether(correction, row))
                .toList();
    }

    /**
     * Whether a normal row does not count: the unit's corrections come to what was paid, or more; or an amount is not known, so
     * that nobody can say.
     */
    boolean takeAway(ContributionRow row) {
        BigDecimal left = BigDecimal.ZERO;
        boolean corrected = false;
        boolean known = true;
        for (ContributionRow correction : corrections) {
            if (correction.isPosted() && belongTogether(correction, row)) {
                corrected = true;
                BigDecimal amount = correction.amount();
                known &= amount != null;
                left = amount == null ? left : left.subtract(amount.abs());
            }
        }
        if (!corrected) {
            return false;
        }
        for (ContributionRow paid : normal) {
            if (paid.isPosted() && belongTogether(paid, row)) {
                BigDecimal amount = paid.amount();
                known &= amount != null;
                left = amount == null ? left : left.add(amount);
            }
        }
        return !known || left.signum() <= 0;
    }

    /** Whether it is posted and takes a normal row away. */
    boolean tookAway(ContributionRow correction) {
        return correction.isPosted()
                && normal.stream().anyMatch(row -> belongTogether(correction, row) && takeAway(row));
    }

    private boolean belongTogether(ContributionRow one, ContributionRow other) {
        return one.kind().equals(other.kind())
                && (one.area().equals(other.area())
                        || (countedAreas.contains(one.area()) && countedAreas.contains(other.area())))
                && (one.isOfSameUnit(other)
                        || (one.unit().isEmpty()
                                && other.unit().isEmpty()
                                && one.unitName().equals(other.unitName())));
    }
}
