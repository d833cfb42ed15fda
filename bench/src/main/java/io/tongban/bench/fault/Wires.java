package io.tongban.bench.fault;

import io.tongban.sandbox.network.Part;
import io.tongban.sandbox.network.Wiring;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A wire for each way on which a part calls another, made when the network asks for it. */
final class Wires implements AutoCloseable {

    /** The first port of a wire, counted from the port base: beyond all parts and their replicas. */
    private static final int FIRST = 40;

    private final Map<Way, Wire> wires = new LinkedHashMap<>();

    /** From one part to another. */
    record Way(Part from, Part to) {

        /** The way as it stands in the name of a fault. */
        String label() {
            return from.label() + "-" + to.label();
        }
    }

    /** Has the parts of a network with this port base find each other through wires. */
    Wiring around(int portBase) {
        return (from, to) ->
                wire(new Way(from, to), portBase + FIRST, to.address(portBase)).address();
    }

    private synchronized Wire wire(Way way, int firstPort, URI target) {
        return wires.computeIfAbsent(way, absent -> {
            try {
                return Wire.from(firstPort + wires.size(), target);
            } catch (IOException taken) {
                throw new UncheckedIOException("no wire " + way.label(), taken);
            }
        });
    }

    synchronized Wire of(Way way) {
        Wire wire = wires.get(way);
        if (wire == null) {
            throw new IllegalArgumentException("nobody calls on the way " + way.label());
        }
        return wire;
    }

    /** All that lead to the part. */
    synchronized List<Wire> to(Part part) {
        return wires.entrySet().stream()
                .filter(wire -> wire.getKey().to() == part)
                .map(Map.Entry::getValue)
                .toList();
    }

    @Override
    public synchronized void close() {
        wires.values().forEach(Wire::close);
    }
}
