package io.tongban.engine.forecast;

import io.tongban.engine.contributions.Cause;
import io.tongban.engine.contributions.ContributionHistory;
import io.tongban.engine.contributions.ContributionMonth;
import io.tongban.engine.contributions.CountingRules;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Whether the months of a history are enough, in a row or in the window, and with which of those that are pending or still to
 * come they will be.
 */
final class Sufficiency {

    private final ContributionHistory history;
    private final CountingRules rules;
    private @Nullable YearMonth through;

    Sufficiency(ContributionHistory history, CountingRules rules) {
        this.history = history;
        this.rules = rules;
    }

    boolean isReached() {
        return isReachedWith(List.of());
    }

    /** The pending month with which it is enough, the earliest used first; empty if it is without, or is not with all. */
    Optional<YearMonth> pendingNeeded() {
        List<YearMonth> pending = history.run().pending();
        if (isReached()) {
            return Optional.empty();
        }
        for (int used = 1; used <= pending.size(); used++) {
            if (isReachedWith(pending.subList(0, used))) {
                return Optional.of(pending.get(used - 1));
            }
        }
        return Optional.empty();
    }

    /** The youngest month that is paid once it is enough, if the applicant goes on as now. */
    YearMonth through() {
        if (through == null) {
            through = youngestOnceEnough();
        }
        return through;
    }

    private YearMonth youngestOnceEnough() {
        List<YearMonth> toCome = new ArrayList<>();
        List<YearMonth> pending = history.run().pending();
        YearMonth coming = firstToCome();
        while (!isReachedWith(toCome)) {
            if (toCome.size() < pending.size()) {
                toCome.add(pending.get(toCome.size()));
            } else {
                toCome.add(coming);
                coming = coming.plusMonths(1);
            }
        }
        YearMonth youngest = history.run().last();
        if (toCome.isEmpty()) {
            return youngest == null ? history.asOfMonth() : youngest;
        }
        return youngest != null && youngest.isAfter(toCome.getLast()) ? youngest : toCome.getLast();
    }

    /** The record's own month, or the next if that one is paid or pending. */
    YearMonth firstToCome() {
        YearMonth asOfMonth = history.asOfMonth();
        return switch (history.month(asOfMonth).state()) {
            case PAID, PENDING -> asOfMonth.plusMonths(1);
            case ARREARS, BACK_PAID, INTERRUPTED, UNCLEAR, TRANSFERRED, AGENCY, OTHER_AREA, MISSING -> asOfMonth;
        };
    }

    /**
     * Whether it would not be enough without a month that has such a row: of those in a row that are needed; but not where the
     * window has enough without such months.
     */
    boolean reliesOn(Cause.Why why) {
        boolean inARow = history.lastCounted(rules.months()).stream().anyMatch(month -> month.has(why));
        CountingRules.Window window = rules.window();
        if (window == null) {
            return inARow;
        }
        List<YearMonth> paidToo = isReached() ? List.of() : history.run().pending();
        List<YearMonth> inWindow = history.paidWithin(window.size(), paidToo);
        long without = inWindow.stream()
                .filter(month -> !history.month(month).has(why))
                .count();
        boolean enoughWithout = (isReachedInARow(paidToo) && !inARow) || without >= window.months();
        return !enoughWithout && (inARow || without < inWindow.size());
    }

    /** The paid months without which it would not be enough, oldest first. */
    List<ContributionMonth> reliedOn() {
        CountingRules.Window window = rules.window();
        Set<YearMonth> months = new TreeSet<>();
        history.lastCounted(rules.months()).forEach(month -> months.add(month.month()));
        if (window != null) {
            months.addAll(history.paidWithin(window.size(), List.of()));
        }
        return months.stream().map(history::month).toList();
    }

    private boolean isReachedWith(List<YearMonth> paidToo) {
        return isReachedInARow(paidToo) || isReachedInWindow(rules.window(), paidToo);
    }

    private boolean isReachedInARow(List<YearMonth> paidToo) {
        return (paidToo.isEmpty() ? history.run() : history.runIfPaid(paidToo)).counted() >= rules.months();
    }

    private boolean isReachedInWindow(CountingRules.@Nullable Window window, List<YearMonth> paidToo) {
        return window != null && history.paidWithin(window.size(), paidToo).size() >= window.months();
    }
}
