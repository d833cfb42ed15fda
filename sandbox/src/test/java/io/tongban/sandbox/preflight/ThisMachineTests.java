package io.tongban.sandbox.preflight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ThisMachineTests {

    private final ThisMachine machine = new ThisMachine();

    @Test
    void seesAListenerOnLoopbackAndItsEnd() throws IOException {
        int port;
        try (ServerSocket listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = listener.getLocalPort();
            assertThat(machine.isPortTaken(port)).isTrue();
        }
        assertThat(machine.isPortTaken(port)).isFalse();
    }

    @Test
    void seesAListenerOnAllAddresses() throws IOException {
        try (ServerSocket listener = new ServerSocket(0)) {
            assertThat(machine.isPortTaken(listener.getLocalPort())).isTrue();
        }
    }

    @Test
    void connectsToNobodyToSeeWhetherAPortIsTaken() throws IOException {
        try (ServerSocket listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThat(machine.isPortTaken(listener.getLocalPort())).isTrue();

            listener.setSoTimeout(1);
            assertThatThrownBy(listener::accept).isInstanceOf(SocketTimeoutException.class);
        }
    }

    @Test
    void readsWhichPortsLinuxGivesToConnections() throws IOException {
        Path range = Path.of("/proc/sys/net/ipv4/ip_local_port_range");
        assumeThat(range).exists();

        PortRange ports = machine.ephemeralPorts();
        try (BufferedReader cat =
                new ProcessBuilder("cat", range.toString()).start().inputReader()) {
            assertThat(cat.readLine().split("\\s+")).containsExactly("" + ports.first(), "" + ports.last());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"32768\t60999\n", "32768\n60999\n", "  32768  60999"})
    void readsARangeAsLinuxAndMacOsWriteIt(String text) {
        assertThat(PortRange.parse(text)).contains(new PortRange(32_768, 60_999));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "32768", "unknown oid", "1 2 3", "123456 7"})
    void readsNothingElse(String text) {
        assertThat(PortRange.parse(text)).isEmpty();
    }

    @Test
    void measuresTheDiskOfAFolderThatIsYetToBeMade(@TempDir Path folder) {
        assertThat(machine.usableDiskMebibytes(folder.resolve("not/yet"))).isPositive();
    }

    @Test
    void measuresMemory() {
        assertThat(machine.availableMemoryMebibytes()).isPositive();
    }
}
