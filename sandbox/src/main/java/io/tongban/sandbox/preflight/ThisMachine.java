package io.tongban.sandbox.preflight;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The machine that the launcher runs on. */
public final class ThisMachine implements Machine {

    private static final Path LOCAL_PORTS = Path.of("/proc/sys/net/ipv4/ip_local_port_range");
    private static final Path MEMINFO = Path.of("/proc/meminfo");
    private static final Pattern AVAILABLE = Pattern.compile("(?m)^MemAvailable:\\s+(\\d+) kB$");

    /** Asked by taking the port for a moment; a connection to a port of the ephemeral range could reach itself. */
    @Override
    public boolean isPortTaken(int port) {
        return !canListen(port) || !canBeNamed(port);
    }

    private static boolean canListen(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true); // a port that only waits for its last connections to fade is free
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException taken) {
            return false;
        }
    }

    // Where listening on loopback beside a listener on all addresses is allowed (macOS), only this shows it. The port
    // is
    // named and not listened on, so that no firewall asks about it.
    private static boolean canBeNamed(int port) {
        try (Socket socket = new Socket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(port));
            return true;
        } catch (IOException taken) {
            return false;
        }
    }

    /** Linux has it in a file, macOS and the BSDs as two settings; elsewhere it is what IANA says. */
    @Override
    public PortRange ephemeralPorts() {
        try {
            return PortRange.parse(Files.exists(LOCAL_PORTS) ? localPorts() : portSettings())
                    .orElse(PortRange.DYNAMIC);
        } catch (IOException unsaid) {
            return PortRange.DYNAMIC;
        }
    }

    // In one read: the kernel answers the first one only, and Files.readString first asks for a single byte.
    private static String localPorts() throws IOException {
        try (InputStream file = Files.newInputStream(LOCAL_PORTS)) {
            return new String(file.readNBytes(64), StandardCharsets.US_ASCII);
        }
    }

    private static String portSettings() throws IOException {
        Process sysctl = new ProcessBuilder("sysctl", "-n", "net.inet.ip.portrange.first", "net.inet.ip.portrange.last")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        return new String(sysctl.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
    }

    @Override
    public long usableDiskMebibytes(Path folder) {
        Path existing = folder.toAbsolutePath();
        for (Path parent = existing; !Files.exists(existing) && parent != null; parent = parent.getParent()) {
            existing = parent;
        }
        try {
            return Files.getFileStore(existing).getUsableSpace() >> 20;
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    /** Linux says what is available; a container's limit lowers it; elsewhere half of the whole is supposed. */
    @Override
    public long availableMemoryMebibytes() {
        OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        long whole = system.getTotalMemorySize() >> 20;
        if (!Files.exists(MEMINFO)) {
            return whole / 2;
        }
        try {
            Matcher line = AVAILABLE.matcher(Files.readString(MEMINFO));
            return line.find() ? Math.min(whole, Long.parseLong(line.group(1)) >> 10) : whole / 2;
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }
}
