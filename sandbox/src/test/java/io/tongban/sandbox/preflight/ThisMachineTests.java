package io.tongban.sandbox.preflight;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
    void measuresTheDiskOfAFolderThatIsYetToBeMade(@TempDir Path folder) {
        assertThat(machine.usableDiskMebibytes(folder.resolve("not/yet"))).isPositive();
    }

    @Test
    void measuresMemory() {
        assertThat(machine.availableMemoryMebibytes()).isPositive();
    }
}
