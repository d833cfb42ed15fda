package io.tongban.engine.expression;

import io.tongban.engine.document.Place;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The sides of the {@code &&} and {@code ||} of expressions that were compiled with it, and which of them have decided: one of
 * {@code &&} by not holding, one of {@code ||} by holding. Conditions may be evaluated by many threads at once.
 */
public final class Sides {

    private final Map<Side, AtomicBoolean> decided = new LinkedHashMap<>();

    /**
     * A side of a condition.
     *
     * @param place of the whole expression
     * @param operator {@code &&} or {@code ||}
     * @param text the side alone
     */
    public record Side(Place place, String operator, String text) {}

    /** All of them, in the order in which they were compiled. */
    public List<Side> all() {
        return List.copyOf(decided.keySet());
    }

    public boolean hasDecided(Side side) {
        AtomicBoolean known = decided.get(side);
        return known != null && known.get();
    }

    /** Those that have not decided. */
    public List<Side> undecided() {
        List<Side> undecided = new ArrayList<>(decided.keySet());
        undecided.removeIf(this::hasDecided);
        return undecided;
    }

    /** The same code, which tells when it decides. */
    Code.Flag told(Side side, Code.Flag code) {
        AtomicBoolean known = decided.computeIfAbsent(side, any -> new AtomicBoolean());
        boolean decisive = side.operator().equals("||");
        return of -> {
            boolean holds = code.holds(of);
            if (holds == decisive && !known.get()) {
                known.set(true);
            }
            return holds;
        };
    }
}
