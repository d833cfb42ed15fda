package io.tongban.sandbox.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The memory of some processes.
 *
 * @param mebibytes their sum
 * @param measure what was added up
 */
public record ProcessMemory(long mebibytes, Measure measure) {

    /** PSS counts a shared page by its share; RSS counts it once for every process, so a sum of RSS is too high. */
    public enum Measure {
        PSS,
        RSS
    }

    private static final Pattern PSS = Pattern.compile("(?m)^Pss:\\s+(\\d+) kB$");

    /** PSS where the system has it (Linux), else RSS as {@code ps} says. */
    public static ProcessMemory of(Collection<ProcessHandle> processes) {
        if (Files.exists(Path.of("/proc/self/smaps_rollup"))) {
            long kibibytes = processes.stream()
                    .mapToLong(process -> pss(process.pid()).orElse(0L))
                    .sum();
            return new ProcessMemory(kibibytes / 1024, Measure.PSS);
        }
        long kibibytes = processes.stream()
                .mapToLong(process -> rss(process.pid()).orElse(0L))
                .sum();
        return new ProcessMemory(kibibytes / 1024, Measure.RSS);
    }

    // A process may end between being listed and being read: then it weighs nothing.
    private static Optional<Long> pss(long pid) {
        try {
            Matcher line = PSS.matcher(Files.readString(Path.of("/proc/" + pid + "/smaps_rollup")));
            return line.find() ? Optional.of(Long.valueOf(line.group(1))) : Optional.empty();
        } catch (IOException gone) {
            return Optional.empty();
        }
    }

    private static Optional<Long> rss(long pid) {
        try {
            Process ps = new ProcessBuilder("ps", "-o", "rss=", "-p", Long.toString(pid)).start();
            String answer = new String(ps.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            return answer.isEmpty() ? Optional.empty() : Optional.of(Long.valueOf(answer));
        } catch (IOException unavailable) {
            return Optional.empty();
        }
    }
}
