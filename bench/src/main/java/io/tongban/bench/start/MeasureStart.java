package io.tongban.bench.start;

import io.tongban.bench.result.Measurement;
import io.tongban.bench.result.Report;
import io.tongban.bench.result.Table;
import io.tongban.sandbox.Cast;
import io.tongban.sandbox.network.Folders;
import io.tongban.sandbox.network.Network;
import io.tongban.sandbox.network.Progress;
import io.tongban.sandbox.network.Scale;
import io.tongban.sandbox.network.Tree;
import io.tongban.sandbox.preflight.FreePorts;
import io.tongban.sandbox.process.GuardedProcess;
import io.tongban.sandbox.process.ProcessMemory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** From built jars to a network that is ready, at the scale of the demo: the first time on an empty folder, and later. */
public final class MeasureStart implements Measurement {

    private final Path root;
    private final int times;

    /**
     * The measurement.
     *
     * @param root the project's folder
     * @param quick once instead of five times
     */
    public MeasureStart(Path root, boolean quick) {
        this.root = root;
        this.times = quick ? 1 : 5;
    }

    /** Starts and ends networks below this folder. */
    @Override
    public Report run(Path folder) throws IOException, InterruptedException {
        List<Started> first = new ArrayList<>();
        List<Started> later = new ArrayList<>();
        for (int time = 0; time < times; time++) {
            Path data = folder.resolve("start");
            Tree.delete(data);
            first.add(started(data));
            later.add(started(data));
        }
        Table table = Table.of("Until everything is ready", "", "worst", "median", "best", "memory (PSS), worst");
        row(table, "first, with migrations and the import of the realm", first);
        row(table, "later, on the same data", later);
        Started heaviest =
                later.stream().max(Comparator.comparingLong(Started::mebibytes)).orElseThrow();
        Table memory = Table.of("What it weighs", "process", "memory (PSS)");
        heaviest.weights().forEach((process, mebibytes) -> memory.row(process, mebibytes + " MiB"));
        return new Report("start", "from built jars to a network that is ready")
                .worst("%s s the first time, %s s later; %d MiB"
                        .formatted(seconds(worst(first)), seconds(worst(later)), heaviest.mebibytes()))
                .table(table)
                .table(memory)
                .method(times
                        + " times each, one after the other, at the scale of ./tongban demo: Keycloak, PostgreSQL, the stand-in"
                        + " for bureaux and the four services.")
                .method("What is made once for a clone (unpacked jars, Keycloak's build) is there before.")
                .method("Ready: every service says so at its readiness probe. PSS counts a shared page by its share.");
    }

    private Started started(Path data) throws IOException, InterruptedException {
        Files.createDirectories(data);
        Progress progress = new Progress(System.err);
        try (Network network =
                new Network(new Folders(root, data), FreePorts.base(), Scale.DEMO, Cast.applicants(), progress)) {
            Duration took = network.start();
            Map<String, Long> weights = new LinkedHashMap<>();
            for (GuardedProcess process : network.processes()) {
                weights.put(process.name(), ProcessMemory.of(process.tree()).mebibytes());
            }
            return new Started(took, weights);
        }
    }

    private static void row(Table table, String name, List<Started> started) {
        List<Duration> sorted = started.stream().map(Started::took).sorted().toList();
        table.row(
                name,
                seconds(sorted.getLast()) + " s",
                seconds(sorted.get(sorted.size() / 2)) + " s",
                seconds(sorted.getFirst()) + " s",
                started.stream().mapToLong(Started::mebibytes).max().orElse(0) + " MiB");
    }

    private static Duration worst(List<Started> started) {
        return started.stream()
                .map(Started::took)
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    private static String seconds(Duration time) {
        return String.format(Locale.ROOT, "%.1f", time.toMillis() / 1000.0);
    }

    /** One start. */
    private record Started(Duration took, Map<String, Long> weights) {

        long mebibytes() {
            return weights.values().stream().mapToLong(Long::longValue).sum();
        }
    }
}
