package io.tongban.sandbox.preflight;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The machine that the launcher runs on. */
public final class ThisMachine implements Machine {

    private static final Path MEMINFO = Path.of("/proc/meminfo");
    private static final Pattern AVAILABLE = Pattern.compile("(?m)^MemAvailable:\\s+(\\d+) kB$");

    @Override
    public boolean isPortTaken(int port) {
        return answers(port) || !canListen(port);
    }

    // Where binding beside a listener on all addresses is allowed (macOS), only a connection shows it.
    private static boolean answers(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 200);
            return true;
        } catch (IOException nobody) {
            return false;
        }
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
