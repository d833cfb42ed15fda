package io.tongban.sandbox;

import io.tongban.sandbox.process.GuardedProcess;
import io.tongban.sandbox.process.ProcessMemory;
import io.tongban.sandbox.process.ProcessMemory.Measure;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What each process of the network weighs, its guard with it, and what they weigh together. */
record MemoryTable(Map<String, Long> mebibytes, Measure measure) {

    private static final long TARGET_MEBIBYTES = 2_048;

    static MemoryTable of(List<GuardedProcess> processes) {
        Map<String, Long> mebibytes = new LinkedHashMap<>();
        processes.forEach(process ->
                mebibytes.put(process.name(), ProcessMemory.of(process.tree()).mebibytes()));
        ProcessMemory launcher = ProcessMemory.of(List.of(ProcessHandle.current()));
        mebibytes.put("launcher", launcher.mebibytes());
        return new MemoryTable(mebibytes, launcher.measure());
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(
                switch (measure) {
                    case PSS -> "Memory of all processes (PSS):";
                    case RSS -> "Memory of all processes (RSS; this system has no PSS, so shared pages count again):";
                });
        mebibytes.forEach((name, weight) -> lines.add(line(name, weight)));
        long sum = mebibytes.values().stream().mapToLong(Long::longValue).sum();
        lines.add(line("sum", sum) + " (target under %,d)".formatted(TARGET_MEBIBYTES));
        return lines;
    }

    private static String line(String name, long weight) {
        return "  %-20s%,6d MiB".formatted(name, weight);
    }
}
