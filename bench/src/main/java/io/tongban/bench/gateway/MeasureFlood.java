package io.tongban.bench.gateway;

import static io.tongban.bench.gateway.MeasureGateway.decimals;

import io.tongban.bench.load.Interval;
import io.tongban.bench.load.Load;
import io.tongban.bench.load.PacedLoad;
import io.tongban.bench.load.Work;
import io.tongban.bench.network.Caller;
import io.tongban.bench.result.Measurement;
import io.tongban.bench.result.Report;
import io.tongban.bench.result.Table;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Clerks at a steady rate, while one lane after the other is flooded at ten times its limit. */
public final class MeasureFlood implements Measurement {

    private static final String PATH = "/api/v1/cases/1";
    private static final double CLERKS = 50;
    private static final int MOST_WAITING = 100;

    private final Path root;
    private final Duration warming;
    private final Duration measured;

    /**
     * The measurement.
     *
     * @param root the project's folder
     * @param quick a few seconds for each flood
     */
    public MeasureFlood(Path root, boolean quick) {
        this.root = root;
        this.warming = Duration.ofSeconds(quick ? 8 : 45);
        this.measured = Duration.ofSeconds(quick ? 5 : 20);
    }

    /** Starts a gateway with the lanes of production below this folder, and ends it. */
    @Override
    public Report run(Path folder) throws IOException, InterruptedException {
        Wrk wrk = new Wrk(folder.resolve("flood"));
        List<Flooded> floods = new ArrayList<>();
        try (GatewayAlone gateway = GatewayAlone.started(root, folder.resolve("flood"), Map.of());
                PacedLoad clerks = PacedLoad.of(CLERKS, MOST_WAITING, clerks(gateway))) {
            for (Flood flood : floods(gateway)) {
                flood.at(gateway, wrk, warming);
            }
            floods.add(quiet(gateway, clerks));
            for (Flood flood : floods(gateway)) {
                floods.add(flooded(gateway, wrk, clerks, flood));
            }
        }
        return report(floods);
    }

    private static Work clerks(GatewayAlone gateway) {
        List<Caller> clerks = gateway.tokens(40, "clerk", "district").stream()
                .map(token -> new Caller(gateway.address(), token))
                .toList();
        return (number, steps) -> clerks.get(number % clerks.size()).get(PATH).expect(200);
    }

    /** Applicants at ten times the 400 a second of their lane, and whoever has no good token at ten times the 200 of the public. */
    private static List<Flood> floods(GatewayAlone gateway) {
        Map<String, List<String>> bad = new LinkedHashMap<>();
        bad.put("without a token", List.of(""));
        bad.put("text that is no token", List.of("a.b.c"));
        bad.put("tokens of an unknown key", gateway.unknown(50));
        bad.put("tokens whose time is over", gateway.expired(50));
        bad.put("tokens with a forged signature", gateway.forged(50));
        List<Flood> floods = new ArrayList<>();
        floods.add(new Flood("applicants with good tokens", gateway.tokens(200, "applicant", ""), 4000));
        bad.forEach((what, tokens) -> floods.add(new Flood(what, tokens, 2000)));
        return floods;
    }

    private Flooded quiet(GatewayAlone gateway, PacedLoad clerks) throws InterruptedException {
        Duration before = gateway.used();
        Interval interval = clerks.over(measured);
        return new Flooded("no flood", null, gateway.used().minus(before), interval);
    }

    private Flooded flooded(GatewayAlone gateway, Wrk wrk, PacedLoad clerks, Flood flood) throws InterruptedException {
        Duration before = gateway.used();
        CompletableFuture<Wrk.Result> flooding =
                CompletableFuture.supplyAsync(() -> flood.unchecked(gateway, wrk, measured));
        Interval interval = clerks.over(measured);
        Wrk.Result result = flooding.join();
        return new Flooded(flood.what(), result, gateway.used().minus(before), interval);
    }

    private Report report(List<Flooded> floods) {
        Flooded quiet = floods.getFirst();
        Table table = Table.of(
                "Clerks of the lane district, " + decimals(0, CLERKS) + " calls a second",
                "flood in another lane",
                "calls/s of the flood",
                "refused",
                "neither answered nor refused",
                "gateway's processor time a call of the flood",
                "clerks, p50",
                "clerks, p95",
                "p95 ÷ quiet",
                "clerks, failed");
        for (Flooded flood : floods) {
            table.row(
                    flood.what(),
                    flood.rate(),
                    flood.refused(),
                    flood.broken(),
                    flood.result() == null ? "–" : decimals(0, flood.microsecondsACall(quiet)) + " µs",
                    decimals(1, flood.clerks().percentile(Load.WHOLE, 50)) + " ms",
                    decimals(1, flood.p95()) + " ms",
                    decimals(1, flood.p95() / quiet.p95()),
                    Long.toString(flood.clerks().failed()));
        }
        List<Flooded> real = floods.subList(1, floods.size());
        Flooded dearest = real.stream()
                .max(Comparator.comparingDouble(flood -> flood.microsecondsACall(quiet)))
                .orElseThrow();
        Flooded slowest =
                real.stream().max(Comparator.comparingDouble(Flooded::p95)).orElseThrow();
        return new Report("flood", "clerks while another lane is flooded at ten times its limit")
                .worst("p95 of the clerks %s times that without a flood: %s (aim 2)"
                        .formatted(decimals(1, slowest.p95() / quiet.p95()), slowest.what()))
                .worst("a call costs the gateway %s µs: %s (aim 100)"
                        .formatted(decimals(0, dearest.microsecondsACall(quiet)), dearest.what()))
                .table(table)
                .method(
                        "The gateway alone with the lanes of production, in front of an nginx as service. Each flood for "
                                + warming.toSeconds() + " s to warm up, then in turn for " + measured.toSeconds()
                                + " s each beside the clerks, whose calls are counted from the moment at which they were to begin.")
                .method("Floods by wrk, the clerks by a client in Java, all on the same cores.")
                .method(
                        "A call of a flood: the processor time of the gateway less that of the clerks without a flood, by all calls"
                                + " of the flood, those that the lane let in included.");
    }

    /** Calls that are too many. */
    private record Flood(String what, List<String> tokens, double perSecond) {

        Wrk.Result at(GatewayAlone gateway, Wrk wrk, Duration time) throws IOException, InterruptedException {
            URI address = gateway.address().resolve(PATH);
            return wrk.paced(address, tokens, perSecond, time);
        }

        Wrk.Result unchecked(GatewayAlone gateway, Wrk wrk, Duration time) {
            try {
                return at(gateway, wrk, time);
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            } catch (InterruptedException interrupted) {
                throw new IllegalStateException(interrupted);
            }
        }
    }

    /** What a flood came to; none without one. */
    private record Flooded(String what, Wrk.@Nullable Result result, Duration used, Interval clerks) {

        double p95() {
            return clerks.percentile(Load.WHOLE, 95);
        }

        double microsecondsACall(Flooded quiet) {
            return result == null ? 0 : used.minus(quiet.used()).toNanos() / 1e3 / result.calls();
        }

        String rate() {
            return result == null ? "–" : decimals(0, result.rate());
        }

        String refused() {
            return result == null ? "–" : decimals(0, 100.0 * result.with("401", "429", "503") / result.calls()) + " %";
        }

        String broken() {
            return result == null ? "–" : Long.toString(result.with("Other", "broken"));
        }
    }
}
