package io.tongban.bench.lifecycle;

import io.tongban.bench.load.Interval;
import io.tongban.bench.load.Load;
import io.tongban.bench.load.WarmUp;
import io.tongban.bench.network.CityNetwork;
import io.tongban.bench.network.Use;
import io.tongban.bench.result.Measurement;
import io.tongban.bench.result.Report;
import io.tongban.bench.result.Table;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Whole cases a second through the gateway, what each costs, and how that compares with the same statements in pgbench. */
public final class MeasureLifecycle implements Measurement {

    private static final List<Integer> AT_A_TIME = List.of(64, 16);

    private final Path root;
    private final Duration minute;
    private final Duration measured;

    /**
     * The measurement.
     *
     * @param root the project's folder
     * @param quick a few seconds, for whoever changes something and wants to see roughly
     */
    public MeasureLifecycle(Path root, boolean quick) {
        this.root = root;
        this.minute = Duration.ofSeconds(quick ? 15 : 60);
        this.measured = Duration.ofSeconds(quick ? 15 : 120);
    }

    /** Starts a network on these data, loads it and ends it. */
    @Override
    public Report run(Path data) throws Exception {
        Report report =
                new Report("lifecycle", "whole cases through the gateway, beside the same statements in pgbench");
        try (CityNetwork network = CityNetwork.started(root, data, Map.of())) {
            Newcomers newcomers = new Newcomers(cases(network));
            List<Measured> all = new ArrayList<>();
            for (int workers : AT_A_TIME) {
                all.add(measure(network, workers, newcomers));
            }
            Recording recording = Recording.of(network, newcomers);
            Map<String, Double> pgbench = recording.replayed(network, measured.dividedBy(4));
            write(report, all, recording, pgbench);
        }
        return report;
    }

    private Measured measure(CityNetwork network, int workers, Newcomers newcomers) throws Exception {
        try (Load load = Load.of(workers, WholeCase.of(network, workers, newcomers))) {
            WarmUp warmUp = WarmUp.of(load, minute);
            Use before = Use.of(network);
            Interval interval = load.over(measured);
            Measured run =
                    new Measured(workers, warmUp, interval, Use.of(network).since(before));
            System.err.println(workers + " at a time: " + decimals(1, interval.rate(Load.WHOLE)) + " cases/s, "
                    + decimals(1, run.processor().toNanos() / 1e6 / interval.count(Load.WHOLE))
                    + " ms of processor time each, "
                    + run.use().storedBytes() / Math.max(1, interval.count(Load.WHOLE)) + " bytes, failed "
                    + interval.failures());
            return run;
        }
    }

    private void write(Report report, List<Measured> all, Recording recording, Map<String, Double> pgbench) {
        double reference =
                1 / pgbench.values().stream().mapToDouble(rate -> 1 / rate).sum();
        Table summary = Table.of(
                "Cases",
                "at a time",
                "cases/s",
                "÷ pgbench",
                "processor time a case",
                "stored a case",
                "WAL a case",
                "page images a case",
                "p50",
                "p95",
                "p99",
                "failed");
        for (Measured run : all) {
            Interval interval = run.interval();
            double cases = interval.count(Load.WHOLE);
            summary.row(
                    Integer.toString(run.workers()),
                    decimals(1, interval.rate(Load.WHOLE)),
                    decimals(2, interval.rate(Load.WHOLE) / reference),
                    decimals(1, run.processor().toNanos() / 1e6 / cases) + " ms",
                    decimals(1, run.use().storedBytes() / 1e3 / cases) + " kB",
                    decimals(1, run.use().wal() / 1e3 / cases) + " kB",
                    decimals(1, run.use().pageImages() / cases),
                    decimals(0, interval.percentile(Load.WHOLE, 50)) + " ms",
                    decimals(0, interval.percentile(Load.WHOLE, 95)) + " ms",
                    decimals(0, interval.percentile(Load.WHOLE, 99)) + " ms",
                    interval.failures().isEmpty() ? "0" : interval.failures().toString());
        }
        report.worst(summaryOf(all, reference));
        report.table(summary);
        report.table(steps(all));
        report.table(parts(all));
        report.table(recording.table(pgbench));
        all.forEach(run -> report.method(run.workers() + " at a time: warmed up in " + run.warmUp()
                + "; then measured for " + measured.toSeconds() + " s."));
        report.method(
                "The network as the chart runs it (both compilers, 460 MB of heap for each service, fsync on), all on loopback;"
                        + " the load and the stand-in for bureaux share the cores. A clerk and a reviewer for each worker, RS256 tokens, windows of all four tiers.");
        report.method(
                "A case: visit, case, paper, acceptance, end of visit, reading, decision; a new person each time, GRANTED at the end."
                        + " Whatever else came of it (PROVISIONAL too) is a failure.");
        report.method(
                "Processor time is that of the services, Keycloak and the database server, from /proc; stored bytes from"
                        + " pg_database_size, WAL from pg_current_wal_insert_lsn.");
        report.method(
                "pgbench -M prepared, 16 connections, plays the statements that one case sent to each database, one database after"
                        + " another; its rate is that of all three in turn.");
    }

    private static String summaryOf(List<Measured> all, double reference) {
        Measured slowest = all.stream()
                .min((a, b) -> Double.compare(
                        a.interval().rate(Load.WHOLE), b.interval().rate(Load.WHOLE)))
                .orElseThrow();
        Interval interval = slowest.interval();
        return "%s cases/s at %d at a time, %s of pgbench' %s; %s ms of processor time a case; %d of %d failed"
                .formatted(
                        decimals(1, interval.rate(Load.WHOLE)),
                        slowest.workers(),
                        decimals(2, interval.rate(Load.WHOLE) / reference),
                        decimals(1, reference),
                        decimals(1, slowest.processor().toNanos() / 1e6 / interval.count(Load.WHOLE)),
                        interval.failed(),
                        interval.failed() + interval.count(Load.WHOLE));
    }

    private static Table steps(List<Measured> all) {
        Table table = Table.of("Steps", "step", "at a time", "p50", "p95", "p99");
        for (Measured run : all) {
            run.interval().steps().keySet().stream()
                    .filter(step -> !step.equals(Load.WHOLE))
                    .forEach(step -> table.row(
                            step,
                            Integer.toString(run.workers()),
                            decimals(1, run.interval().percentile(step, 50)) + " ms",
                            decimals(1, run.interval().percentile(step, 95)) + " ms",
                            decimals(1, run.interval().percentile(step, 99)) + " ms"));
        }
        return table;
    }

    private static Table parts(List<Measured> all) {
        Table table = Table.of(
                "Where it goes", "part", "at a time", "processor time a case", "stored a case", "transactions a case");
        for (Measured run : all) {
            double cases = run.interval().count(Load.WHOLE);
            run.use()
                    .processor()
                    .forEach((part, time) -> table.row(
                            part,
                            Integer.toString(run.workers()),
                            decimals(2, time.toNanos() / 1e6 / cases) + " ms",
                            "",
                            ""));
            run.use()
                    .stored()
                    .forEach((database, bytes) -> table.row(
                            "database " + database,
                            Integer.toString(run.workers()),
                            "",
                            decimals(1, bytes / 1e3 / cases) + " kB",
                            decimals(1, run.use().transactions().getOrDefault(database, 0L) / cases)));
        }
        return table;
    }

    private static long cases(CityNetwork network) throws SQLException {
        try (Connection connection = network.databases().connect("permit");
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select count(*) from case_file")) {
            row.next();
            return row.getLong(1);
        }
    }

    private static String decimals(int digits, double figure) {
        return String.format(Locale.ROOT, "%." + digits + "f", figure);
    }

    /** One number of workers. */
    private record Measured(int workers, WarmUp warmUp, Interval interval, Use use) {

        /** Without the stand-in for bureaux, which is outside the product. */
        Duration processor() {
            return use.processor().entrySet().stream()
                    .filter(part -> !part.getKey().equals("bureaux"))
                    .map(Map.Entry::getValue)
                    .reduce(Duration.ZERO, Duration::plus);
        }
    }
}
