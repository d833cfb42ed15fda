package io.tongban.sandbox.preflight;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The checks before a start; all are made, so that one run names everything that is to be mended. */
public final class Preflight {

    /** What the processes of the network were measured to need, and some room. */
    static final long MEMORY_MEBIBYTES = 2_300;

    /** Keycloak unpacked and built, PostgreSQL unpacked, databases and logs. */
    static final long DISK_MEBIBYTES = 1_200;

    private final Machine machine;

    public Preflight(Machine machine) {
        this.machine = machine;
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
                    "another program listens on 127.0.0.1 at " + taken + ".",
                    "Stop it, or use other ports: ./tongban demo --port-base " + freeBase(portBase, ports)));
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

    private int freeBase(int portBase, Map<Integer, String> ports) {
        for (int candidate = portBase + 100; candidate < 60_000; candidate += 100) {
            int shift = candidate - portBase;
            if (ports.keySet().stream().noneMatch(port -> machine.isPortTaken(port + shift))) {
                return candidate;
            }
        }
        return portBase + 1_000;
    }
}
