package io.tongban.bench.result;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What the measurement ran on, without the machine's name. */
final class Machine {

    private Machine() {}

    static String here() {
        long memory = ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class)
                .getTotalMemorySize();
        return "%s, %d cores shared with the load, %d GiB, %s %s, JDK %s"
                .formatted(
                        processor(),
                        Runtime.getRuntime().availableProcessors(),
                        Math.round(memory / (double) (1L << 30)),
                        System.getProperty("os.name"),
                        System.getProperty("os.version", "").replaceAll("-.*", ""),
                        Runtime.version());
    }

    private static String processor() {
        try {
            List<String> lines = Files.readAllLines(Path.of("/proc/cpuinfo"));
            return lines.stream()
                    .filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElseGet(() -> System.getProperty("os.arch", "unknown"));
        } catch (IOException notLinux) {
            return System.getProperty("os.arch", "unknown");
        }
    }
}
