package io.tongban.gateway.lane;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/** All lanes with their gates. */
public final class Lanes {

    private final Map<Lane, Gate> gates = new EnumMap<>(Lane.class);
    private final Map<Lane, Accounts> accounts = new EnumMap<>(Lane.class);
    private final int places;

    Lanes(LaneProperties properties, AccountProperties ofAccounts, MeterRegistry meters) {
        properties.lanes().forEach((lane, limits) -> {
            gates.put(lane, new Gate(lane, limits, meters));
            accounts.put(lane, new Accounts(lane, ofAccounts.placesIn(lane, limits.places()), meters));
        });
        this.places = properties.lanes().values().stream()
                .mapToInt(LaneProperties.Limits::places)
                .sum();
    }

    /** How many calls can be inside all lanes together. */
    public int places() {
        return places;
    }

    Accounts accounts(Lane lane) {
        return Objects.requireNonNull(accounts.get(lane));
    }

    Gate gate(Lane lane) {
        return Objects.requireNonNull(gates.get(lane));
    }
}
