package io.tongban.engine.expression;

import java.util.Set;

/** The reasons that facts bring along, with the figures that each has; a criterion that uses them has texts for all. */
public enum RaisedReasonCode {
    GAP,
    BACKPAID,
    ARREARS,
    INTERRUPTED,
    REFUND,
    TRANSFERRED,
    AGENCY,
    OUT_OF_SCOPE_AREA;

    public Set<String> figures() {
        return switch (this) {
            case ARREARS, INTERRUPTED -> Set.of("month", "unit", "unitName");
            case GAP, BACKPAID, REFUND, TRANSFERRED, AGENCY, OUT_OF_SCOPE_AREA -> Set.of("month");
        };
    }
}
