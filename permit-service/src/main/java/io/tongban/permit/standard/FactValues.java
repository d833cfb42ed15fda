package io.tongban.permit.standard;

import java.util.HashMap;
import java.util.Map;

/** The values of facts, each of the type that the fact has. */
public final class FactValues {

    private final Map<String, Object> values;

    private FactValues(Map<String, Object> values) {
        this.values = values;
    }

    public static FactValues none() {
        return new FactValues(Map.of());
    }

    /**
     * These values and one more.
     *
     * @throws IllegalArgumentException if the value is not of the fact's type
     */
    public FactValues with(Fact fact, Object value) {
        return with(fact.expression(), fact.type(), value);
    }

    FactValues with(String name, FactType type, Object value) {
        if (!type.holds(value)) {
            throw new IllegalArgumentException(name + " is a " + type + ", was given a " + value.getClass());
        }
        Map<String, Object> more = new HashMap<>(values);
        more.put(name, value);
        return new FactValues(more);
    }

    public FactValues and(FactValues others) {
        Map<String, Object> more = new HashMap<>(values);
        more.putAll(others.values);
        return new FactValues(more);
    }

    Map<String, Object> values() {
        return values;
    }
}
