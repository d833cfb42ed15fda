package io.tongban.engine.contributions;

import java.util.Set;

/** The national codes of row types (AAA115) that months are made of; always compared as whole values. */
final class RowType {

    static final String NORMAL = "10";
    static final String UNEMPLOYMENT_AGENCY = "11";
    static final String REFUND = "20";
    static final String TRANSFERRED_IN = "105";

    /** 31 gap filled later, 32 one-off, 33, 36, 40, 60, 103 others. */
    static final Set<String> BACK_PAYMENTS = Set.of("31", "32", "33", "36", "40", "60", "103");

    private RowType() {}
}
