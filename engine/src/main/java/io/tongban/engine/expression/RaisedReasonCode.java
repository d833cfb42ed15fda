package io.tongban.engine.expression;

import java.util.EnumSet;
import java.util.Set;

/** The reasons that facts bring along, with the figures that each has; a criterion that uses such a fact has texts for all. */
public enum RaisedReasonCode {
    GAP(Fact.CONTRIBUTIONS_BREAKS, "month"),
    BACKPAID(Fact.CONTRIBUTIONS_BREAKS, "month"),
    ARREARS(Fact.CONTRIBUTIONS_BREAKS, "month unit unitName"),
    INTERRUPTED(Fact.CONTRIBUTIONS_BREAKS, "month unit unitName"),
    REFUND(Fact.CONTRIBUTIONS_BREAKS, "month unit unitName"),
    REVERSED(Fact.CONTRIBUTIONS_BREAKS, "month unit unitName"),
    /** There is a row, of a type or state that makes nothing of the month. */
    NOT_COUNTED(Fact.CONTRIBUTIONS_BREAKS, "month unit unitName type"),
    TRANSFERRED(Fact.CONTRIBUTIONS_BREAKS, "month"),
    AGENCY(Fact.CONTRIBUTIONS_BREAKS, "month"),
    OUT_OF_SCOPE_AREA(Fact.CONTRIBUTIONS_BREAKS, "month"),

    ROW_POSTED_LATE(Fact.CONTRIBUTIONS_DOUBTS, "month unit unitName postedMonth"),
    ROW_REFUND_ANNOUNCED(Fact.CONTRIBUTIONS_DOUBTS, "month unit unitName"),
    ROW_OF_ZERO(Fact.CONTRIBUTIONS_GAP_DOUBTS, "month unit unitName"),
    ROW_OF_UNKNOWN_TYPE(Fact.CONTRIBUTIONS_GAP_DOUBTS, "month unit unitName type amount"),

    /** A counted unit has no contract under its code, but one under another code and the same name. */
    UNIT_CODE_CHANGED(Fact.CONTRACTS_DOUBTS, "unit unitName contractUnit"),
    /** The bureau gives no code for a counted unit, or a contract none for its unit. */
    UNIT_WITHOUT_CODE(Fact.CONTRACTS_DOUBTS, "unitName");

    private final Fact raisedBy;
    private final String figures;

    RaisedReasonCode(Fact raisedBy, String figures) {
        this.raisedBy = raisedBy;
        this.figures = figures;
    }

    /** Whether the fact brings it along: what a person must look at is named too where it breaks a run. */
    private boolean isRaisedBy(Fact fact) {
        return fact == raisedBy || (fact == Fact.CONTRIBUTIONS_BREAKS && raisedBy == Fact.CONTRIBUTIONS_GAP_DOUBTS);
    }

    /** The reasons that an expression may raise by the facts that it names. */
    public static Set<RaisedReasonCode> of(String expression) {
        Set<RaisedReasonCode> codes = EnumSet.noneOf(RaisedReasonCode.class);
        for (Fact fact : Fact.values()) {
            if (expression.contains(fact.expression())) {
                for (RaisedReasonCode code : values()) {
                    if (code.isRaisedBy(fact)) {
                        codes.add(code);
                    }
                }
            }
        }
        return codes;
    }

    public Set<String> figures() {
        return Set.of(figures.split(" ", -1));
    }
}
