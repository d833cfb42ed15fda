package io.tongban.division;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One change of one division.
 *
 * @param from the code until the day before; null if it was created
 * @param to the code from that day on; null if it was abolished
 * @param main whether this is the part of a divided one that goes on as the division
 * @param on the first day of what is new
 * @param basis what says so
 */
record DivisionChange(
        @Nullable String from, @Nullable String to, ChangeKind kind, boolean main, LocalDate on, String basis) {

    DivisionChange {
        if ((from == null) != (kind == ChangeKind.CREATED)) {
            throw new IllegalArgumentException("every change but CREATED has a 'from'");
        }
        if ((to == null) != (kind == ChangeKind.ABOLISHED)) {
            throw new IllegalArgumentException("every change but ABOLISHED has a 'to'");
        }
        if (main && kind != ChangeKind.SPLIT) {
            throw new IllegalArgumentException("only a part of a SPLIT is 'main'");
        }
        if (from != null && from.equals(to) && !canKeepCode(kind, main)) {
            throw new IllegalArgumentException(
                    "a change from " + from + " to itself is RENAMED, MOVED or a main SPLIT");
        }
        if (basis.isBlank()) {
            throw new IllegalArgumentException("'basis' is empty");
        }
    }

    /** Whether it says what becomes of the division itself, and not of a part that leaves it. */
    boolean carriesOn() {
        return kind != ChangeKind.SPLIT || main;
    }

    boolean keepsIdentity() {
        return main || kind.keepsIdentity();
    }

    private static boolean canKeepCode(ChangeKind kind, boolean main) {
        return main || kind == ChangeKind.RENAMED || kind == ChangeKind.MOVED;
    }
}
