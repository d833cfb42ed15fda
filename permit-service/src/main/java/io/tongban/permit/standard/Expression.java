package io.tongban.permit.standard;

import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A checked and compiled expression of a standard; it may be evaluated by many threads at once. */
final class Expression {

    private final String place;
    private final FactType type;
    private final Set<String> names;
    private final CelRuntime.Program program;

    Expression(String place, FactType type, Set<String> names, CelRuntime.Program program) {
        this.place = place;
        this.type = type;
        this.names = Set.copyOf(names);
        this.program = program;
    }

    FactType type() {
        return type;
    }

    /** The facts, settings and definitions that it reads, as they are written in it. */
    Set<String> names() {
        return names;
    }

    /**
     * The value for these facts.
     *
     * @throws IllegalStateException if it has none: a fact was not given, or a function refused its arguments
     */
    Object value(Map<String, Object> facts) {
        @Nullable Object value;
        try {
            value = program.eval(facts);
        } catch (CelEvaluationException cause) {
            throw new IllegalStateException("The expression at " + place + " has no value", cause);
        }
        if (value == null || !type.holds(value)) {
            throw new IllegalStateException("The expression at " + place + " is no " + type);
        }
        return value;
    }

    boolean holds(Map<String, Object> facts) {
        return (Boolean) value(facts);
    }

    List<String> words(Map<String, Object> facts) {
        return ((List<?>) value(facts)).stream().map(String.class::cast).toList();
    }

    List<Finding> findings(Map<String, Object> facts) {
        return ((List<?>) value(facts)).stream().map(Finding.class::cast).toList();
    }

    /** The value as texts quote it: lists with commas between. */
    String text(Map<String, Object> facts) {
        return value(facts) instanceof List<?> list
                ? String.join(", ", list.stream().map(Object::toString).toList())
                : value(facts).toString();
    }
}
