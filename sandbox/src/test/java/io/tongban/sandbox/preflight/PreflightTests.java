package io.tongban.sandbox.preflight;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PreflightTests {

    private static final Map<Integer, String> PORTS = Map.of(8400, "gateway", 8404, "keycloak");
    private static final Path DATA = Path.of("data");

    @Test
    void findsNothingOnAMachineWithRoom() {
        assertThat(examine(new FakeMachine(Set.of(), 1_200, 2_300))).isEmpty();
    }

    @Test
    void namesEachTakenPortAndAFreeBase() {
        List<Obstacle> obstacles = examine(new FakeMachine(Set.of(8404, 8400, 8504), 1_200, 2_300));

        assertThat(obstacles)
                .containsExactly(new Obstacle(
                        "another program listens on 127.0.0.1 at 8400 (gateway), 8404 (keycloak).",
                        "Stop it, or use other ports: ./tongban demo --port-base 8600"));
    }

    @Test
    void saysHowMuchDiskIsMissing() {
        assertThat(examine(new FakeMachine(Set.of(), 1_199, 2_300)))
                .containsExactly(new Obstacle(
                        "1,199 MiB of disk are free at data; 1,200 are needed.",
                        "Make room, or keep the data elsewhere: ./tongban demo --data DIR"));
    }

    @Test
    void saysHowMuchMemoryIsMissing() {
        assertThat(examine(new FakeMachine(Set.of(), 1_200, 2_299)))
                .containsExactly(new Obstacle(
                        "2,299 MiB of memory are available; 2,300 are needed.",
                        "Close other programs, or give the machine or container more memory."));
    }

    @Test
    void namesEverythingAtOnce() {
        assertThat(examine(new FakeMachine(Set.of(8400), 0, 0))).hasSize(3);
    }

    private static List<Obstacle> examine(Machine machine) {
        return new Preflight(machine).examine(8400, PORTS, DATA);
    }

    private record FakeMachine(Set<Integer> taken, long disk, long memory) implements Machine {

        @Override
        public boolean isPortTaken(int port) {
            return taken.contains(port);
        }

        @Override
        public long usableDiskMebibytes(Path folder) {
            return disk;
        }

        @Override
        public long availableMemoryMebibytes() {
            return memory;
        }
    }
}
