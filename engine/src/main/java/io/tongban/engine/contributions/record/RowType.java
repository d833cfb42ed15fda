package io.tongban.engine.contributions.record;

import java.util.Set;

/** The national codes of row types (AAA115), always compared as whole values. */
public final class RowType {

    public static final String NORMAL = "10";
    public static final String UNEMPLOYMENT_AGENCY = "11";
    public static final String REFUND = "20";
    public static final String TRANSFERRED_IN = "105";

    /** 31 gap filled later, 32 one-off, 33, 36, 40, 60, 103 others. */
    private static final Set<String> BACK_PAYMENTS = Set.of("31", "32", "33", "36", "40", "60", "103");

    /**
     * 22 suspended flexible, 34 and 35 adjustment of base or rate, 17 surcharge, 106 interest, 90 transferred out: they neither
     * count nor hurt.
     */
    private static final Set<String> WITHOUT_EFFECT = Set.of("22", "34", "35", "17", "106", "90");

    private RowType() {}

    public static boolean isBackPayment(String type) {
        return BACK_PAYMENTS.contains(type);
    }

    /** Whether the code is known, whatever it does. */
    public static boolean isListed(String type) {
        return switch (type) {
            case NORMAL, UNEMPLOYMENT_AGENCY, REFUND, TRANSFERRED_IN -> true;
            default -> isBackPayment(type) || WITHOUT_EFFECT.contains(type);
        };
    }
}
