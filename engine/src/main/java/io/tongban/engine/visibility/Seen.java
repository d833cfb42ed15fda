package io.tongban.engine.visibility;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A fact of a case: the values that it had, the latest last, each with the event from which on it could be seen.
 *
 * @param values at least one
 */
public record Seen<T>(List<Value<T>> values) {

    /**
     * A value.
     *
     * @param since the number of the event in the ledger of the case
     */
    public record Value<T>(long since, T value) {}

    public Seen {
        values = List.copyOf(values);
        if (values.isEmpty()) {
            throw new IllegalArgumentException("a fact that was seen has a value");
        }
    }

    /** As it is entered with the event that shows it. */
    public static <T> Seen<T> since(long event, T value) {
        return new Seen<>(List.of(new Value<>(event, value)));
    }

    /** The same with another value from that event on. */
    public Seen<T> then(long event, T value) {
        return followedBy(values, new Value<>(event, value));
    }

    /** The same with the value that it has today corrected. */
    public Seen<T> corrected(long event, CorrectionGround ground, T value) {
        Value<T> last = values.getLast();
        if (last.value().equals(value)) {
            return this;
        }
        return switch (ground) {
            case TYPED -> followedBy(values.subList(0, values.size() - 1), new Value<>(last.since(), value));
            case CHANGED, MISSTATED -> then(event, value);
        };
    }

    /** The value as it is known now. */
    public T today() {
        return values.getLast().value();
    }

    /** Today's value without what became visible after the event; empty if nothing of it was visible then. */
    public Optional<T> by(long event) {
        return values.stream()
                .filter(value -> value.since() <= event)
                .reduce((earlier, later) -> later)
                .map(Value::value);
    }

    private static <T> Seen<T> followedBy(List<Value<T>> before, Value<T> last) {
        List<Value<T>> all = new ArrayList<>(before);
        all.add(last);
        return new Seen<>(all);
    }
}
