package io.tongban.permit.standard;

/** Facts and their names, for a decision engine that is not ours. */
public final class KnownFacts {

    private KnownFacts() {}

    public static Object value(FactValues facts, Fact fact) {
        return facts.value(fact);
    }

    /** The name without its group: {@code counted} of {@code contributions.counted}. */
    public static String shortName(Fact fact) {
        return fact.expression().substring(fact.expression().lastIndexOf('.') + 1);
    }
}
