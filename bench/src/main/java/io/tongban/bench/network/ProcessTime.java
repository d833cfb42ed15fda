package io.tongban.bench.network;

import io.tongban.sandbox.process.GuardedProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** The processor time that a process has used, with that of its children. */
public final class ProcessTime {

    /** The kernel's ticks a second, in which it counts the time of processes. */
    private static final long TICKS = 100;

    private ProcessTime() {}

    /** Since it was started. */
    public static Duration of(GuardedProcess process) {
        return process.tree().stream().map(member -> of(member.pid())).reduce(Duration.ZERO, Duration::plus);
    }

    /** proc(5): user and system time of the process and of its children that have ended. */
    private static Duration of(long pid) {
        try {
            String line = Files.readString(Path.of("/proc/" + pid + "/stat"));
            String[] fields = line.substring(line.lastIndexOf(')') + 2).split(" ", -1);
            long ticks = 0;
            for (int field = 11; field <= 14; field++) {
                ticks += Long.parseLong(fields[field]);
            }
            return Duration.ofMillis(ticks * 1000 / TICKS);
        } catch (IOException ended) {
            return Duration.ZERO;
        }
    }
}
