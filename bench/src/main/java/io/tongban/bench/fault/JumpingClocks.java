package io.tongban.bench.fault;

import io.tongban.sandbox.network.Part;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * The wall clocks of the services, which can be set while these run: a small C library stands between each process and the clock of the
 * machine, because nothing in a service can be told to believe another time.
 */
final class JumpingClocks {

    private final Path folder;
    private final String whyNot;
    private int portBase;

    private JumpingClocks(Path folder, String whyNot) {
        this.folder = folder;
        this.whyNot = whyNot;
    }

    /** Builds the library with the machine's C compiler; where there is none, no clock can jump. */
    static JumpingClocks in(Path folder) throws IOException, InterruptedException {
        Files.createDirectories(folder);
        Path source = folder.resolve("jumping-clock.c");
        try (InputStream text = JumpingClocks.class.getResourceAsStream("/jumping-clock.c")) {
            if (text == null) {
                throw new IOException("jumping-clock.c is not among the resources");
            }
            Files.copy(text, source, StandardCopyOption.REPLACE_EXISTING);
        }
        return new JumpingClocks(folder, compile(source, library(folder)));
    }

    private static String compile(Path source, Path library) throws InterruptedException {
        try {
            Process compiler = new ProcessBuilder(
                            "cc", "-shared", "-fPIC", "-O2", "-o", library.toString(), source.toString(), "-ldl")
                    .redirectErrorStream(true)
                    .start();
            String said = new String(compiler.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return compiler.waitFor() == 0 ? "" : "the C compiler refuses jumping-clock.c: " + said.strip();
        } catch (IOException none) {
            return "there is no C compiler (apt-get install gcc libc6-dev)";
        }
    }

    private static Path library(Path folder) {
        return folder.resolve("jumping-clock.so");
    }

    /** Why no clock can jump here; empty if they can. */
    String whyNot() {
        return whyNot;
    }

    /** What services are told so that their clocks can jump. */
    Map<String, String> settings() {
        return whyNot.isEmpty()
                ? Map.of("LD_PRELOAD", library(folder).toString(), "TONGBAN_FAULT_CLOCKS", folder.toString())
                : Map.of();
    }

    /** The clocks of the services of a network that is about to start show the machine's time. */
    void of(int base) throws IOException {
        portBase = base;
        for (Part part : List.of(Part.GATEWAY, Part.PERMIT_SERVICE, Part.INSURANCE_ADAPTER, Part.COMMUNITY_SERVICE)) {
            jump(part, Duration.ZERO);
        }
    }

    /** Sets the clock of a service so far ahead of the machine's; negative: behind it. */
    void jump(Part part, Duration ahead) throws IOException {
        Path file = folder.resolve(Integer.toString(part.address(portBase).getPort()));
        ByteBuffer seconds = ByteBuffer.allocate(Long.BYTES)
                .order(ByteOrder.nativeOrder())
                .putLong(ahead.toSeconds())
                .flip();
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            channel.write(seconds, 0);
        }
    }
}
