package io.tongban.bench.read;

import io.tongban.bench.lifecycle.Newcomers;
import io.tongban.bench.lifecycle.WholeCase;
import io.tongban.bench.load.Interval;
import io.tongban.bench.load.Load;
import io.tongban.bench.load.PacedLoad;
import io.tongban.bench.load.Work;
import io.tongban.bench.network.Caller;
import io.tongban.bench.network.CityNetwork;
import io.tongban.bench.reference.Nginx;
import io.tongban.bench.result.Measurement;
import io.tongban.bench.result.Report;
import io.tongban.bench.result.Table;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/** Each kind of read as fast as it goes, and at half of that rate; beside nginx, which serves the same bytes from a file. */
public final class MeasureRead implements Measurement {

    private static final int AT_A_TIME = 16;
    private static final int CASES = 200;

    private final Path root;
    private final Duration warming;
    private final Duration measured;

    /**
     * The measurement.
     *
     * @param root the project's folder
     * @param quick a few seconds for each kind
     */
    public MeasureRead(Path root, boolean quick) {
        this.root = root;
        this.warming = Duration.ofSeconds(quick ? 3 : 20);
        this.measured = Duration.ofSeconds(quick ? 3 : 15);
    }

    /** Starts a network on these data, reads from it and ends it. */
    @Override
    public Report run(Path data) throws IOException, InterruptedException, SQLException {
        List<Kind> kinds = new ArrayList<>();
        try (CityNetwork network = CityNetwork.started(root, data, Map.of())) {
            List<String> cases = cases(network);
            for (Map.Entry<String, List<String>> kind : addresses(cases).entrySet()) {
                kinds.add(measure(network, data.resolve("nginx"), kind.getKey(), kind.getValue()));
            }
        }
        return report(kinds);
    }

    private static Map<String, List<String>> addresses(List<String> cases) {
        Map<String, List<String>> addresses = new LinkedHashMap<>();
        addresses.put("case", cases.stream().map(id -> "/api/v1/cases/" + id).toList());
        addresses.put(
                "ledger of a case",
                cases.stream().map(id -> "/api/v1/cases/" + id + "/ledger").toList());
        addresses.put(
                "open windows of an item",
                List.of("/api/v1/windows?item=residence-permit&at=2017-05-08T09:30:00%2B08:00&limit=20"));
        addresses.put("divisions", List.of("/api/v1/divisions?parent=330100000000"));
        addresses.put("items", List.of("/api/v1/standards"));
        addresses.put("standards in force", List.of("/api/v1/standards/in-force"));
        addresses.put("a standard", List.of("/api/v1/standards/residence-permit/R1"));
        addresses.put("guide, as a page", List.of("/api/v1/standards/residence-permit/R1/guide"));
        return addresses;
    }

    /** The latest cases; so many new ones are made if there are fewer. */
    private static List<String> cases(CityNetwork network) throws IOException, InterruptedException, SQLException {
        List<String> ids = latest(network);
        WholeCase newcomer = WholeCase.of(network, 1, new Newcomers(ids.size()));
        while (ids.size() < CASES) {
            for (int more = ids.size(); more < CASES; more++) {
                Load.once(newcomer);
            }
            ids = latest(network);
        }
        return ids;
    }

    private static List<String> latest(CityNetwork network) throws SQLException {
        try (Connection connection = network.databases().connect("permit");
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "select id from case_file where status = 'DECIDED' order by id desc limit " + CASES)) {
            List<String> ids = new ArrayList<>();
            while (rows.next()) {
                ids.add(rows.getString(1));
            }
            return ids;
        }
    }

    private Kind measure(CityNetwork network, Path folder, String name, List<String> addresses)
            throws IOException, InterruptedException {
        List<String> tokens = tokens(network);
        String answer = new Caller(network, tokens.getFirst())
                .get(addresses.getFirst())
                .expect(200)
                .text();
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("served"), answer);
        String files = "location / { root %s; }".formatted(folder);
        try (Nginx nginx = Nginx.started(root, folder, "", files)) {
            return new Kind(
                    name,
                    answer.getBytes(StandardCharsets.UTF_8).length,
                    measured(reads(network.gateway(), tokens, addresses)),
                    measured(reads(nginx.address(), tokens, List.of("/served"))));
        }
    }

    /** One after the other of these addresses, each by the next of the callers. */
    private static Work reads(URI server, List<String> tokens, List<String> addresses) {
        List<Caller> callers =
                tokens.stream().map(token -> new Caller(server, token)).toList();
        AtomicInteger next = new AtomicInteger();
        return (worker, steps) -> callers.get(worker % callers.size())
                .get(addresses.get(Math.floorMod(next.getAndIncrement(), addresses.size())))
                .expect(200);
    }

    /** Reviewers of the authority that decides all cases. */
    private static List<String> tokens(CityNetwork network) {
        return IntStream.range(0, AT_A_TIME)
                .mapToObj(number -> network.token("bench-reader-" + number)
                        .roles("reviewer")
                        .claim("authority", "police-330104")
                        .sign())
                .toList();
    }

    private Measured measured(Work work) throws InterruptedException {
        double rate;
        try (Load load = Load.of(AT_A_TIME, work)) {
            load.over(warming);
            rate = load.over(measured).rate(Load.WHOLE);
        }
        try (PacedLoad load = PacedLoad.of(rate / 2, 10 * AT_A_TIME, work)) {
            load.over(warming.dividedBy(4));
            return new Measured(rate, load.over(measured));
        }
    }

    private Report report(List<Kind> kinds) {
        Table table = Table.of(
                "Reads",
                "what",
                "bytes",
                "reads/s",
                "p50 at half load",
                "p95 at half load",
                "p99 at half load",
                "failed",
                "nginx, reads/s",
                "nginx, p95 at half load",
                "reads/s ÷ nginx");
        for (Kind kind : kinds) {
            table.row(
                    kind.name(),
                    Integer.toString(kind.bytes()),
                    decimals(0, kind.ours().rate()),
                    decimals(1, kind.ours().half().percentile(Load.WHOLE, 50)) + " ms",
                    decimals(1, kind.ours().p95()) + " ms",
                    decimals(1, kind.ours().half().percentile(Load.WHOLE, 99)) + " ms",
                    Long.toString(kind.ours().half().failed()),
                    decimals(0, kind.nginx().rate()),
                    decimals(1, kind.nginx().p95()) + " ms",
                    decimals(2, kind.ours().rate() / kind.nginx().rate()));
        }
        Kind slowest = kinds.stream()
                .max(Comparator.comparingDouble(kind -> kind.ours().p95()))
                .orElseThrow();
        return new Report("read", "reads through the gateway, beside nginx serving the same bytes")
                .worst("%s: p95 %s ms at half load, %s reads/s at most"
                        .formatted(
                                slowest.name(),
                                decimals(1, slowest.ours().p95()),
                                decimals(0, slowest.ours().rate())))
                .table(table)
                .method("Each kind: " + AT_A_TIME + " at a time for " + warming.toSeconds() + " s to warm up and "
                        + measured.toSeconds()
                        + " s measured; then reads that begin at half of that rate, each counted from the"
                        + " moment at which it was to begin.")
                .method("The network as the chart runs it, all on loopback; the load shares the cores. " + CASES
                        + " decided cases, read in turn by " + AT_A_TIME + " reviewers with RS256 tokens.")
                .method("nginx 1 server, 2 workers, a file with the bytes of the same answer; the same load.");
    }

    private static String decimals(int digits, double figure) {
        return String.format(Locale.ROOT, "%." + digits + "f", figure);
    }

    /** What came of one server. */
    private record Measured(double rate, Interval half) {

        double p95() {
            return half.percentile(Load.WHOLE, 95);
        }
    }

    /** One kind of read. */
    private record Kind(String name, int bytes, Measured ours, Measured nginx) {}
}
