package io.tongban.permit.standard;

import java.util.Set;

/** The reasons that facts bring along, with the figures that each has; a criterion that uses them has texts for all. */
public enum FindingCode {
    GAP("month"),
    BACKPAID("month"),
    ARREARS("month", "unit", "unitName"),
    INTERRUPTED("month", "unit", "unitName"),
    REFUND("month"),
    TRANSFERRED("month"),
    AGENCY("month"),
    OUT_OF_SCOPE_AREA("month");

    private final Set<String> figures;

    FindingCode(String... figures) {
        this.figures = Set.of(figures);
    }

    Set<String> figures() {
        return figures;
    }
}
