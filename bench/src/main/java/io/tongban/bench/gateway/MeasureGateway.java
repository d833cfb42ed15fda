package io.tongban.bench.gateway;

import io.tongban.bench.network.ProcessTime;
import io.tongban.bench.result.Measurement;
import io.tongban.bench.result.Report;
import io.tongban.bench.result.Table;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;

/** Calls with tokens as fast as they go, through the gateway and through nginx in turn. */
public final class MeasureGateway implements Measurement {

    private static final int CONNECTIONS = 32;
    private static final int ACCOUNTS = 200;
    private static final String PATH = "/api/v1/cases/1";

    /** So wide that no call is refused: what is measured is the way through. */
    private static final Map<String, String> WIDE = Map.of(
            "TONGBAN_LANES_CITY_PLACES", "200",
            "TONGBAN_LANES_CITY_PERSECOND", "1000000",
            "TONGBAN_LANES_CITY_BURST", "1000000");

    private final Path root;
    private final Duration warming;
    private final Duration measured;
    private final int turns;

    /**
     * The measurement.
     *
     * @param root the project's folder
     * @param quick one short turn
     */
    public MeasureGateway(Path root, boolean quick) {
        this.root = root;
        this.warming = Duration.ofSeconds(quick ? 10 : 60);
        this.measured = Duration.ofSeconds(quick ? 4 : 15);
        this.turns = quick ? 1 : 5;
    }

    /** Starts a gateway and two nginx below this folder, and ends them. */
    @Override
    public Report run(Path folder) throws IOException, InterruptedException {
        Wrk wrk = new Wrk(folder.resolve("gateway"));
        List<Turn> ours = new ArrayList<>();
        List<Turn> nginx = new ArrayList<>();
        List<Double> warmUp = new ArrayList<>();
        try (GatewayAlone gateway = GatewayAlone.started(root, folder.resolve("gateway"), WIDE)) {
            List<String> tokens = gateway.tokens(ACCOUNTS, "clerk", "city");
            URI through = gateway.address().resolve(PATH);
            URI beside = gateway.reference().address().resolve(PATH);
            do {
                warmUp.add(wrk.flatOut(through, tokens, CONNECTIONS, warming).rate());
            } while (warmUp.size() < 10 && !isSteady(warmUp));
            for (int turn = 0; turn < turns; turn++) {
                ours.add(turn(wrk, through, tokens, gateway::used));
                nginx.add(turn(
                        wrk,
                        beside,
                        tokens,
                        () -> ProcessTime.of(gateway.reference().process())));
            }
        }
        return report(ours, nginx, warmUp);
    }

    private static boolean isSteady(List<Double> rates) {
        return rates.size() > 1 && Math.abs(rates.getLast() / rates.get(rates.size() - 2) - 1) <= 0.05;
    }

    private Turn turn(Wrk wrk, URI address, List<String> tokens, Supplier<Duration> used)
            throws IOException, InterruptedException {
        Duration before = used.get();
        Wrk.Result result = wrk.flatOut(address, tokens, CONNECTIONS, measured);
        return new Turn(result, used.get().minus(before));
    }

    private Report report(List<Turn> ours, List<Turn> nginx, List<Double> warmUp) {
        Turn gateway = median(ours);
        Turn reference = median(nginx);
        double share = gateway.result().rate() / reference.result().rate();
        double slower = gateway.result().p99() / reference.result().p99();
        Table table = Table.of(
                "Calls with a token, " + CONNECTIONS + " at a time",
                "",
                "calls/s",
                "of nginx'",
                "processor time a call",
                "p50",
                "p95",
                "p99",
                "other than 200");
        row(table, "gateway", gateway, reference);
        row(table, "nginx", reference, reference);
        Table all = Table.of("Each turn", "turn", "gateway, calls/s", "nginx, calls/s", "gateway, p99", "nginx, p99");
        for (int turn = 0; turn < ours.size(); turn++) {
            Wrk.Result mine = ours.get(turn).result();
            Wrk.Result other = nginx.get(turn).result();
            all.row(
                    Integer.toString(turn + 1),
                    decimals(0, mine.rate()),
                    decimals(0, other.rate()),
                    decimals(1, mine.p99()) + " ms",
                    decimals(1, other.p99()) + " ms");
        }
        return new Report("gateway", "calls through the gateway, beside nginx in front of the same service")
                .worst("%s of nginx' calls a second (aim 0.25), p99 %s times nginx' (aim 4)"
                        .formatted(decimals(2, share), decimals(1, slower)))
                .table(table)
                .table(all)
                .method(
                        "The gateway alone as the chart runs it (460 MiB of heap, ParallelGC), token check, lanes and routing as in"
                                + " production, lanes so wide that none refuses; " + ACCOUNTS
                                + " accounts of clerks with RS256 tokens. The service is an nginx that answers with some 300 bytes.")
                .method("Load by wrk on the same cores; warm-up of " + warming.toSeconds() + " s each at "
                        + String.join(
                                ", ",
                                warmUp.stream().map(rate -> decimals(0, rate)).toList())
                        + " calls/s; then " + turns + " turns of " + measured.toSeconds()
                        + " s, in turn with nginx; the medians by rate are shown.")
                .method("nginx checks no token, has no lanes and writes no log.");
    }

    private static void row(Table table, String name, Turn turn, Turn reference) {
        Wrk.Result result = turn.result();
        table.row(
                name,
                decimals(0, result.rate()),
                decimals(2, result.rate() / reference.result().rate()),
                decimals(0, turn.microsecondsACall()) + " µs",
                decimals(1, result.p50()) + " ms",
                decimals(1, result.p95()) + " ms",
                decimals(1, result.p99()) + " ms",
                Long.toString(result.calls() - result.with("200")));
    }

    private static Turn median(List<Turn> turns) {
        return turns.stream()
                .sorted(Comparator.comparingDouble(turn -> turn.result().rate()))
                .toList()
                .get(turns.size() / 2);
    }

    static String decimals(int digits, double figure) {
        return String.format(Locale.ROOT, "%." + digits + "f", figure);
    }

    /** One turn, and the processor time of what answered. */
    private record Turn(Wrk.Result result, Duration used) {

        double microsecondsACall() {
            return used.toNanos() / 1e3 / result.calls();
        }
    }
}
