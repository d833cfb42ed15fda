package io.tongban.sandbox.preflight;

import io.tongban.sandbox.network.Part;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;

/** Ports for a network that a test starts. */
public final class FreePorts {

    private FreePorts() {}

    /** A base whose ports nobody uses, outside those that the system gives away. */
    public static int base() {
        ThisMachine machine = new ThisMachine();
        PortRange ephemeral = machine.ephemeralPorts();
        return Stream.generate(() -> ThreadLocalRandom.current().nextInt(200, 300) * 100)
                .limit(1_000)
                .filter(base -> {
                    Set<Integer> ports = Part.ports(base).keySet();
                    return !ephemeral.containsAnyOf(ports) && ports.stream().noneMatch(machine::isPortTaken);
                })
                .findFirst()
                .orElseThrow();
    }
}
