package io.tongban.gateway.lane;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/** All lanes with their gates. */
public final class Lanes {

    private final Map<Lane, Gate> gates = new EnumMap<>(Lane.class);
    private final int places;

    Lanes(LaneProperties properties, MeterRegistry meters) {
        properties.lanes().forEach((lane, limits) -> gates.put(lane, new Gate(lane, limits, meters)));
        this.places = properties.lanes().values().stream()
                .mapToInt(LaneProperties.Limits::places)
                .sum();
    }

    /** How many calls can be inside all lanes together. */
    public int places() {
        return places;
    }

    Gate gate(Lane lane) {
        return Objects.requireNonNull(gates.get(lane));
    }
}
