package io.tongban.engine.expression;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The values of facts, each of the type that the fact has. Those of one scope lie together, so that the facts of some papers
 * are added to those of a case without copying either.
 */
public final class FactValues {

    private static final FactValues NONE = new FactValues(new EnumMap<>(Fact.Scope.class), Map.of());

    private final EnumMap<Fact.Scope, Facts> scopes;
    private final Map<String, Object> named;

    /** Works out the facts of a scope. */
    @FunctionalInterface
    public interface Source {

        /** The value, of the fact's type; asked for as often as the fact is read. */
        public Object value(Fact fact);
    }

    private FactValues(EnumMap<Fact.Scope, Facts> scopes, Map<String, Object> named) {
        this.scopes = scopes;
        this.named = named;
    }

    public static FactValues none() {
        return NONE;
    }

    /** The facts of this scope, each worked out when it is read. */
    public static FactValues of(Fact.Scope scope, Source source) {
        EnumMap<Fact.Scope, Facts> scopes = new EnumMap<>(Fact.Scope.class);
        scopes.put(scope, new Facts(Map.of(), source));
        return new FactValues(scopes, Map.of());
    }

    /**
     * These values and one more.
     *
     * @throws IllegalArgumentException if the value is not of the fact's type
     */
    public FactValues with(Fact fact, Object value) {
        Map<Fact, Object> one = Map.of(fact, checked(fact.expression(), fact.type(), value));
        EnumMap<Fact.Scope, Facts> more = new EnumMap<>(scopes);
        more.merge(fact.scope(), new Facts(one, null), Facts::and);
        return new FactValues(more, named);
    }

    /** These values and that of a fact which only this standard has, such as an answer. */
    public FactValues with(String name, FactType type, Object value) {
        Map<String, Object> more = new HashMap<>(named);
        more.put(name, checked(name, type, value));
        return new FactValues(scopes, more);
    }

    /** All values of both; of a fact that both have, the other's. */
    public FactValues and(FactValues others) {
        if (others == NONE) {
            return this;
        }
        EnumMap<Fact.Scope, Facts> more = new EnumMap<>(scopes);
        others.scopes.forEach((scope, facts) -> more.merge(scope, facts, Facts::and));
        if (others.named.isEmpty()) {
            return new FactValues(more, named);
        }
        Map<String, Object> moreNamed = new HashMap<>(named);
        moreNamed.putAll(others.named);
        return new FactValues(more, moreNamed);
    }

    /**
     * The value of the fact.
     *
     * @throws NoSuchFact if it is not known
     */
    public Object value(Fact fact) {
        Facts facts = scopes.get(fact.scope());
        if (facts == null) {
            throw new NoSuchFact(fact.expression());
        }
        return facts.value(fact);
    }

    /**
     * The value of a fact which only this standard has.
     *
     * @throws NoSuchFact if it is not known
     */
    public Object value(String name) {
        Object value = named.get(name);
        if (value == null) {
            throw new NoSuchFact(name);
        }
        return value;
    }

    private static Object checked(String name, FactType type, Object value) {
        if (!type.holds(value)) {
            throw new IllegalArgumentException(name + " is a " + type + ", was given a " + value.getClass());
        }
        return value;
    }

    /** The facts of one scope that were given, and where the others come from; null: from nowhere. */
    private record Facts(Map<Fact, Object> given, @Nullable Source source) {

        Object value(Fact fact) {
            Object value = given.get(fact);
            if (value != null) {
                return value;
            }
            if (source == null) {
                throw new NoSuchFact(fact.expression());
            }
            return checked(fact.expression(), fact.type(), source.value(fact));
        }

        Facts and(Facts others) {
            Map<Fact, Object> all = new EnumMap<>(Fact.class);
            all.putAll(given);
            all.putAll(others.given);
            return new Facts(all, others.source == null ? source : others.source);
        }
    }
}
