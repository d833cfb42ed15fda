package io.tongban.sandbox.preflight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tongban.platform.cli.Unusable;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
                        "another program uses the ports 8400 (gateway), 8404 (keycloak).",
                        "Stop it, or use other ports: ./tongban demo --port-base 8600"));
    }

    @Test
    void proposesNoBaseWhosePortsTheSystemGivesToConnections() {
        FakeMachine machine = new FakeMachine(Set.of(8400), 1_200, 2_300).giving(new PortRange(8_504, 65_535));

        assertThat(examine(machine))
                .extracting(Obstacle::remedy)
                .containsExactly("Stop it, or use other ports: ./tongban demo --port-base 1100");
    }

    @Test
    void proposesNothingWhereNothingIsFree() {
        FakeMachine machine = new FakeMachine(Set.of(8400), 1_200, 2_300).giving(new PortRange(1_024, 65_535));

        assertThat(examine(machine))
                .extracting(Obstacle::remedy)
                .containsExactly("Stop it, or use other ports: ./tongban demo --port-base N");
    }

    @ParameterizedTest
    @CsvSource({"8404, 8404", "8300, 8400", "8404, 9000"})
    void refusesPortsThatTheSystemGivesToConnections(int first, int last) {
        Machine machine = new FakeMachine(Set.of(8500), 0, 0).giving(new PortRange(first, last));

        assertThatThrownBy(() -> new Preflight(machine).requireUsable(8400, PORTS))
                .isInstanceOf(Unusable.class)
                .hasMessageContaining("(" + first + "-" + last + ")")
                .hasMessageContaining("--port-base " + (last == 9_000 ? 9_100 : 8_600));
    }

    @ParameterizedTest
    @CsvSource({"8405, 65535", "1024, 8399", "1024, 65535"})
    void takesPortsOutsideOfThatRangeAndThoseInsideWhereThereAreNoOthers(int first, int last) {
        Machine machine = new FakeMachine(Set.of(), 0, 0).giving(new PortRange(first, last));

        assertThatCode(() -> new Preflight(machine).requireUsable(8400, PORTS)).doesNotThrowAnyException();
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

    private record FakeMachine(Set<Integer> taken, long disk, long memory, PortRange ephemeralPorts)
            implements Machine {

        private FakeMachine(Set<Integer> taken, long disk, long memory) {
            this(taken, disk, memory, PortRange.DYNAMIC);
        }

        private FakeMachine giving(PortRange ports) {
            return new FakeMachine(taken, disk, memory, ports);
        }

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
