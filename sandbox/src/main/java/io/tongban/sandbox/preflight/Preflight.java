package io.tongban.sandbox.preflight;

import io.tongban.platform.cli.Unusable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The checks before a start; all are made, so that one run names everything that is to be mended. */
public final class Preflight {

    /** What the processes of the network were measured to need, and some room. */
    static final long MEMORY_MEBIBYTES = 2_300;

    /** Keycloak unpacked and built, PostgreSQL unpacked, databases and logs. */
    static final long DISK_MEBIBYTES = 1_200;

    private static final int LOWEST_BASE = 1_100;
    private static final int HIGHEST_BASE = 65_500;

    private final Machine machine;

    public Preflight(Machine machine) {
        this.machine = machine;
    }

    /**
     * Refuses ports that any connection of this machine may take, unless it leaves no others.
     *
     * @throws Unusable if there are better ports, with a port base that is free
     */
    public void requireUsable(int portBase, Map<Integer, String> ports) {
        PortRange ephemeral = machine.ephemeralPorts();
        if (ephemeral.containsAnyOf(ports.keySet())) {
            freeBase(portBase, ports).ifPresent(free -> {
                throw new Unusable(
                        "ports from " + portBase + " on lie among those that the system gives to connections ("
                                + ephemeral + ")",
                        "use others, for example --port-base " + free);
            });
        }
    }

    /**
     * What is wrong with the machine; empty if nothing is.
     *
     * @param ports every port that will be listened on, with the name of what listens there
     */
    public List<Obstacle> examine(int portBase, Map<Integer, String> ports, Path data) {
        List<Obstacle> obstacles = new ArrayList<>();
        String taken = ports.entrySet().stream()
                .filter(port -> machine.isPortTaken(port.getKey()))
                .sorted(Map.Entry.comparingByKey())
                .map(port -> port.getKey() + " (" + port.getValue() + ")")
                .collect(Collectors.joining(", "));
        if (!taken.isEmpty()) {
            obstacles.add(new Obstacle(
                    "another program uses the ports " + taken + ".",
                    "Stop it, or use other ports: ./tongban demo --port-base "
                            + freeBase(portBase, ports).map(String::valueOf).orElse("N")));
        }
        long disk = machine.usableDiskMebibytes(data);
        if (disk < DISK_MEBIBYTES) {
            obstacles.add(new Obstacle(
                    "%,d MiB of disk are free at %s; %,d are needed.".formatted(disk, data, DISK_MEBIBYTES),
                    "Make room, or keep the data elsewhere: ./tongban demo --data DIR"));
        }
        long memory = machine.availableMemoryMebibytes();
        if (memory < MEMORY_MEBIBYTES) {
            obstacles.add(new Obstacle(
                    "%,d MiB of memory are available; %,d are needed.".formatted(memory, MEMORY_MEBIBYTES),
                    "Close other programs, or give the machine or container more memory."));
        }
        return obstacles;
    }

    /** The next one above with all ports free, else the first one below. */
    private Optional<Integer> freeBase(int portBase, Map<Integer, String> ports) {
        PortRange ephemeral = machine.ephemeralPorts();
        return IntStream.concat(
                        IntStream.iterate(portBase + 100, base -> base <= HIGHEST_BASE, base -> base + 100),
                        IntStream.iterate(LOWEST_BASE, base -> base < portBase, base -> base + 100))
                .boxed()
                .filter(base -> {
                    List<Integer> shifted = ports.keySet().stream()
                            .map(port -> port + base - portBase)
                            .toList();
                    return !ephemeral.containsAnyOf(shifted) && shifted.stream().noneMatch(machine::isPortTaken);
                })
                .findFirst();
    }
}
