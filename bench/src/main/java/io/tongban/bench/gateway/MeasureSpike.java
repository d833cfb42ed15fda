package io.tongban.bench.gateway;

import static io.tongban.bench.gateway.MeasureGateway.decimals;

import io.tongban.bench.load.Interval;
import io.tongban.bench.load.Load;
import io.tongban.bench.load.PacedLoad;
import io.tongban.bench.network.Caller;
import io.tongban.bench.result.Measurement;
import io.tongban.bench.result.Report;
import io.tongban.bench.result.Table;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Applicants at a steady rate, then ten times as many for a while, then as before. */
public final class MeasureSpike implements Measurement {

    private static final String PATH = "/api/v1/cases/1";
    private static final double BEFORE = 100;
    private static final double MORE = 9 * BEFORE;
    private static final Duration STRETCH = Duration.ofSeconds(5);
    private static final int STRETCHES_AFTER = 4;

    private final Path root;
    private final Duration warming;
    private final Duration spike;

    /**
     * The measurement.
     *
     * @param root the project's folder
     * @param quick a short warm-up and spike
     */
    public MeasureSpike(Path root, boolean quick) {
        this.root = root;
        this.warming = Duration.ofSeconds(quick ? 10 : 60);
        this.spike = Duration.ofSeconds(quick ? 5 : 20);
    }

    /** Starts a gateway with the lanes of production below this folder, and ends it. */
    @Override
    public Report run(Path folder) throws IOException, InterruptedException {
        Wrk wrk = new Wrk(folder.resolve("spike"));
        try (GatewayAlone gateway = GatewayAlone.started(root, folder.resolve("spike"), Map.of())) {
            List<String> tokens = gateway.tokens(200, "applicant", "");
            List<Caller> applicants = tokens.stream()
                    .map(token -> new Caller(gateway.address(), token))
                    .toList();
            try (PacedLoad steady = PacedLoad.of(
                    BEFORE,
                    (int) (5 * BEFORE),
                    (number, steps) ->
                            applicants.get(number % applicants.size()).get(PATH).expect(200))) {
                wrk.paced(gateway.address().resolve(PATH), tokens, MORE, warming);
                steady.over(STRETCH); // until the lane has rested
                Interval before = steady.over(spike);
                Wrk.Result during = wrk.paced(gateway.address().resolve(PATH), tokens, MORE, spike);
                List<Interval> after = new ArrayList<>();
                for (int stretch = 0; stretch < STRETCHES_AFTER; stretch++) {
                    after.add(steady.over(STRETCH));
                }
                return report(before, during, after);
            }
        }
    }

    private Report report(Interval before, Wrk.Result during, List<Interval> after) {
        Table table = Table.of("Calls of applicants", "when", "calls/s", "p50", "p95", "429 or 503", "other than 200");
        row(table, "before", before);
        table.row(
                "ten times as many",
                decimals(0, during.rate() + BEFORE),
                decimals(1, during.p50()) + " ms",
                decimals(1, during.p95()) + " ms",
                Long.toString(during.with("429", "503")),
                Long.toString(during.calls() - during.with("200", "429", "503")));
        for (int stretch = 0; stretch < after.size(); stretch++) {
            row(table, "after, from second " + stretch * STRETCH.toSeconds(), after.get(stretch));
        }
        double back = after.get(1).percentile(Load.WHOLE, 95) / before.percentile(Load.WHOLE, 95);
        return new Report("spike", "ten times the calls for " + spike.toSeconds() + " s")
                .worst(
                        "%d answers other than 200, 429 or 503 (aim 0); p95 %s times that of before from the sixth second on (aim 1.2)"
                                .formatted(during.calls() - during.with("200", "429", "503"), decimals(2, back)))
                .table(table)
                .method(
                        "The gateway alone with the lanes of production (applicants: 400 a second), in front of an nginx as service."
                                + " Warm-up of " + warming.toSeconds() + " s at ten times the calls.")
                .method(
                        "The steady calls by a client in Java, counted from the moment at which they were to begin; what comes on top by"
                                + " wrk, all on the same cores.");
    }

    private static void row(Table table, String when, Interval interval) {
        table.row(
                when,
                decimals(0, interval.rate(Load.WHOLE)),
                decimals(1, interval.percentile(Load.WHOLE, 50)) + " ms",
                decimals(1, interval.percentile(Load.WHOLE, 95)) + " ms",
                Long.toString(interval.failures().entrySet().stream()
                        .filter(failure -> failure.getKey().startsWith("429")
                                || failure.getKey().startsWith("503"))
                        .mapToLong(Map.Entry::getValue)
                        .sum()),
                Long.toString(interval.failures().entrySet().stream()
                        .filter(failure -> !failure.getKey().startsWith("429")
                                && !failure.getKey().startsWith("503"))
                        .mapToLong(Map.Entry::getValue)
                        .sum()));
    }
}
