package io.tongban.bench.growth;

import io.tongban.bench.lifecycle.Newcomers;
import io.tongban.bench.lifecycle.WholeCase;
import io.tongban.bench.load.Interval;
import io.tongban.bench.load.Load;
import io.tongban.bench.load.WarmUp;
import io.tongban.bench.network.Caller;
import io.tongban.bench.network.CityNetwork;
import io.tongban.bench.result.Measurement;
import io.tongban.bench.result.Report;
import io.tongban.bench.result.Table;
import java.io.IOException;
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
import tools.jackson.databind.JsonNode;

/** Whole cases through the gateway in databases that have grown, beside the same in empty ones. */
public final class MeasureGrowth implements Measurement {

    private static final int AT_A_TIME = 16;
    private static final int LIVE_KEYS = 300_000;
    private static final int VERIFIED = 50;

    private final Path root;
    private final Duration minute;
    private final Duration measured;
    private final List<Long> sizes;

    /**
     * The measurement.
     *
     * @param root the project's folder
     * @param cases how many cases the databases hold in the end
     * @param quick a few seconds for each size
     */
    public MeasureGrowth(Path root, long cases, boolean quick) {
        this.root = root;
        this.minute = Duration.ofSeconds(quick ? 10 : 60);
        this.measured = Duration.ofSeconds(quick ? 10 : 120);
        this.sizes = List.of(0L, cases / 10, cases);
    }

    /** Fills a network on these data, loads it at each size and ends it. */
    @Override
    public Report run(Path data) throws IOException, InterruptedException, SQLException {
        List<Grown> all = new ArrayList<>();
        int verified = 0;
        try (CityNetwork network = CityNetwork.started(root, data.resolve("growth"), Map.of())) {
            BulkWriter writer = new BulkWriter(network);
            for (long size : sizes) {
                writer.fillTo(size);
                verified += verifiedLedgers(network);
                all.add(loaded(network, writer, "%,d cases".formatted(writer.cases())));
            }
            liveKeys(network);
            all.add(loaded(network, writer, "%,d cases, %,d live keys".formatted(writer.cases(), LIVE_KEYS)));
        }
        return report(all, verified);
    }

    private Grown loaded(CityNetwork network, BulkWriter writer, String name)
            throws IOException, InterruptedException, SQLException {
        WholeCase cases = WholeCase.of(network, AT_A_TIME, new Newcomers(writer.cases() + 5_000_000));
        try (Load load = Load.of(AT_A_TIME, cases)) {
            WarmUp warmUp = WarmUp.of(load, minute);
            return new Grown(name, warmUp, load.over(measured), stored(network));
        }
    }

    private static long stored(CityNetwork network) throws SQLException {
        return number(
                network,
                "postgres",
                "select sum(pg_database_size(datname))::bigint from pg_database"
                        + " where datname in ('permit', 'insurance', 'community')");
    }

    private static long number(CityNetwork network, String database, String query) throws SQLException {
        try (Connection connection = network.databases().connect(database);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }

    /** Keys of requests that were answered during the last day, in the database of the most requests. */
    private static void liveKeys(CityNetwork network) throws SQLException {
        try (Connection connection = network.databases().connect("permit");
                Statement statement = connection.createStatement()) {
            statement.execute("""
                    insert into idempotency_record
                        (id, request_digest, attempt, state, locked_until, expires_at, status, answer)
                    select encode(sha256(('live ' || number)::bytea), 'hex'), encode(sha256(number::text::bytea), 'hex'),
                        gen_random_uuid(), 'answered', now(), now() + interval '1 day' * random(), 201,
                        decode(repeat(md5(number::text), 70), 'hex')
                    from generate_series(1, %d) as number
                    on conflict do nothing
                    """.formatted(LIVE_KEYS));
            statement.execute("vacuum analyze idempotency_record");
        }
    }

    /** Some ledgers of the whole, as a reviewer reads them; every one must be intact. */
    private static int verifiedLedgers(CityNetwork network) throws IOException, InterruptedException, SQLException {
        Caller reviewer = new Caller(
                network,
                network.token("bench-verifier")
                        .roles("reviewer")
                        .claim("authority", "police-330104")
                        .sign());
        List<String> ids = new ArrayList<>();
        try (Connection connection = network.databases().connect("permit");
                Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery("select id from case_file tablesample system (1) limit " + VERIFIED)) {
            while (row.next()) {
                ids.add(row.getString(1));
            }
        }
        for (String id : ids) {
            JsonNode ledger =
                    reviewer.get("/api/v1/cases/" + id + "/ledger").expect(200).body();
            if (!ledger.path("chain").path("intact").asBoolean()) {
                throw new IOException("the ledger of a case that was written in bulk is not intact: " + id);
            }
            reviewer.get("/api/v1/cases/" + id).expect(200);
        }
        return ids.size();
    }

    private Report report(List<Grown> all, int verified) {
        Grown empty = all.getFirst();
        Table table = Table.of(
                "Cases at " + AT_A_TIME + " at a time",
                "stored",
                "disk",
                "cases/s",
                "p50",
                "p95",
                "p99",
                "p95 ÷ p95 empty",
                "failed");
        for (Grown grown : all) {
            table.row(
                    grown.name(),
                    decimals(2, grown.bytes() / 1e9) + " GB",
                    decimals(1, grown.interval().rate(Load.WHOLE)),
                    decimals(0, grown.interval().percentile(Load.WHOLE, 50)) + " ms",
                    decimals(0, grown.p95()) + " ms",
                    decimals(0, grown.interval().percentile(Load.WHOLE, 99)) + " ms",
                    decimals(2, grown.p95() / empty.p95()),
                    grown.interval().failures().toString());
        }
        Grown worst =
                all.stream().max((a, b) -> Double.compare(a.p95(), b.p95())).orElseThrow();
        Report report = new Report("growth", "whole cases in databases that have grown, beside the same in empty ones")
                .worst("p95 of a case is %s of that in empty databases with %s"
                        .formatted(decimals(2, worst.p95() / empty.p95()), worst.name()))
                .table(table)
                .method(
                        "Cases were written in bulk from 40 that went through the gateway: every row of the three databases under new"
                                + " names, encrypted for its place, each ledger chained and its heads signed; "
                                + verified
                                + " of them were read through the gateway and their ledgers verified.")
                .method("As lifecycle: the network as the chart runs it, " + measured.toSeconds()
                        + " s measured at each size.");
        all.forEach(grown -> report.method(grown.name() + ": warmed up in " + grown.warmUp() + "."));
        return report;
    }

    private static String decimals(int digits, double figure) {
        return String.format(Locale.ROOT, "%." + digits + "f", figure);
    }

    /** One size. */
    private record Grown(String name, WarmUp warmUp, Interval interval, long bytes) {

        double p95() {
            return interval.percentile(Load.WHOLE, 95);
        }
    }
}
