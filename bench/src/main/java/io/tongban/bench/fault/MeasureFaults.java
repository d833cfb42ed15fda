package io.tongban.bench.fault;

import io.tongban.bench.fault.Faults.Pace;
import io.tongban.bench.lifecycle.Newcomers;
import io.tongban.bench.result.Measurement;
import io.tongban.bench.result.Report;
import io.tongban.bench.result.Table;
import io.tongban.sandbox.fault.Finding.Kind;
import io.tongban.sandbox.network.Tree;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Every fault under load, and what became of the work that was acknowledged. */
public final class MeasureFaults implements Measurement {

    private static final long SEED = Long.getLong("tongban.faults.seed", 20170508);
    private static final int MOST_FINDINGS = 40;

    private final Path root;
    private final Pace pace;
    private final List<String> only;
    private final List<Suffered> all = new ArrayList<>();

    /**
     * The measurement.
     *
     * @param root the project's folder
     * @param quick one kill of each service, and shorter times
     * @param only how the names of the faults begin that are made
     */
    public MeasureFaults(Path root, boolean quick, List<String> only) {
        this.root = root;
        this.pace = quick ? Pace.QUICK : Pace.WHOLE;
        this.only = List.copyOf(only);
    }

    /** Starts a network on new data, harms it and ends it. */
    @Override
    public Report run(Path data) throws Exception {
        List<Fault> chosen = new Faults(SEED, pace)
                .all().stream()
                        .filter(fault -> only.stream().anyMatch(fault.name()::startsWith))
                        .toList();
        if (chosen.isEmpty()) {
            throw new IllegalArgumentException("no fault begins with " + only);
        }
        Path folder = data.resolve("faults");
        Tree.delete(folder);
        long began = System.nanoTime();
        try (HarmedNetwork network = HarmedNetwork.started(root, folder)) {
            FaultRun run = new FaultRun(network, new Newcomers(0));
            for (Fault fault : chosen) {
                System.err.println(fault.name() + ": " + fault.what());
                Suffered suffered = suffered(run, fault);
                all.add(suffered);
                System.err.println("  " + inWords(suffered));
                suffered.findings().stream()
                        .limit(MOST_FINDINGS)
                        .forEach(finding -> System.err.println("  " + finding));
            }
        }
        return report(Duration.ofNanos(System.nanoTime() - began));
    }

    /** A network that does not come back is the worst that a fault can do to it: it is on the record, and the next fault is tried. */
    private static Suffered suffered(FaultRun run, Fault fault) throws InterruptedException {
        try {
            return run.of(fault);
        } catch (IOException | SQLException | RuntimeException broken) {
            return Suffered.broken(fault, broken);
        }
    }

    /** Whether every fault was made that this machine allows, and none did harm. */
    public boolean isHarmless() {
        return all.stream().allMatch(suffered -> suffered.findings().isEmpty());
    }

    /** Writes the page of the handbook; of a whole run only. */
    public void writeHandbook() throws IOException {
        HandbookPage.write(root, all);
    }

    private Report report(Duration took) {
        Table table = Table.of(
                "What became of the work", "fault", "times", "lost", "twice", "false refusals", "wait", "back after");
        Table load = Table.of("The load", "fault", "acts acknowledged", "cases", "not finished", "answers 500");
        Table findings = Table.of("What was found", "fault", "finding");
        for (Suffered suffered : all) {
            row(table, suffered);
            load.row(
                    suffered.fault().name(),
                    Integer.toString(suffered.acts()),
                    Integer.toString(suffered.cases()),
                    Long.toString(suffered.count(Kind.UNFINISHED)),
                    suffered.unforeseen().isEmpty()
                            ? "0"
                            : suffered.unforeseen().toString());
            suffered.findings().stream()
                    .limit(MOST_FINDINGS)
                    .forEach(finding -> findings.row(suffered.fault().name(), finding.toString()));
        }
        Report report = new Report("faults", "whole cases while the network fails")
                .worst(summary())
                .table(table)
                .table(load);
        if (!isHarmless()) {
            report.table(findings);
        }
        all.stream()
                .filter(Suffered::isLeftOut)
                .forEach(suffered -> report.worst(suffered.fault().name() + " was left out: " + suffered.leftOut()));
        return report.method("Took " + took.toMinutes() + " min, seed " + SEED
                        + " (-Dtongban.faults.seed). Processes of their own, at the scale of a city; every way between two parts leads through a"
                        + " TCP proxy, but that to the keys of the issuer.")
                .method(
                        "The load: four clerks of the four tiers and their reviewers, each at most one case a second; and one desk that takes the"
                                + " case in which a kill comes, and sees when a whole case goes through again.")
                .method(
                        "Clerks send again what was not answered, with the same Idempotency-Key where it creates, and look into the ledger before"
                                + " they repeat an act that may have been done. What the fault left is finished at another visit.")
                .method(
                        "Accounted from the tables: each act that was answered 2xx is in the ledger once, no case, visit or decision is there that"
                                + " nobody was told of, no number of an event is missing, the service itself finds each case as recorded and its chain whole.")
                .method(
                        "Keycloak is away for a minute, not for ten: tokens of callers live for 6 h here, those of the services for 5 min; what a"
                                + " service does without one is what it does with a silent source.")
                .method(
                        "A dead bureau refuses connections; a lying one shows a row fewer than it counts. A clock jumps by a library that stands"
                                + " between the process and the machine's clock. A full disk is one of 64 MB in memory, on which the tables of cases and"
                                + " ledgers lie.");
    }

    private String summary() {
        long kills = all.stream()
                .filter(suffered -> suffered.fault().name().startsWith("kill-"))
                .mapToLong(suffered -> suffered.recoveries().size())
                .sum();
        Duration worst =
                all.stream().map(Suffered::worst).max(Comparator.naturalOrder()).orElse(Duration.ZERO);
        return "%d faults, %d of them kills: %d acts acknowledged, lost %d, twice %d, false refusals %d, not finished %d; back after %s at the latest"
                .formatted(
                        all.stream()
                                .mapToInt(suffered -> suffered.recoveries().size())
                                .sum(),
                        kills,
                        all.stream().mapToInt(Suffered::acts).sum(),
                        sum(Kind.LOST, Kind.BROKEN),
                        sum(Kind.TWICE),
                        sum(Kind.REFUSED, Kind.PROVISIONAL),
                        sum(Kind.UNFINISHED),
                        Suffered.seconds(worst));
    }

    private long sum(Kind... kinds) {
        return all.stream().mapToLong(suffered -> suffered.count(kinds)).sum();
    }

    /** The row of a fault in a table with the columns fault, times, lost, twice, false refusals, wait and back after. */
    static void row(Table table, Suffered suffered) {
        String name = suffered.fault().name();
        if (suffered.isLeftOut()) {
            table.row(name, "left out", "", "", "", "", "");
            return;
        }
        table.row(
                name,
                Integer.toString(suffered.recoveries().size()),
                Long.toString(suffered.count(Kind.LOST, Kind.BROKEN)),
                Long.toString(suffered.count(Kind.TWICE)),
                Long.toString(suffered.count(Kind.REFUSED, Kind.PROVISIONAL)),
                Long.toString(suffered.waited()),
                back(suffered));
    }

    private static String back(Suffered suffered) {
        if (suffered.recoveries().isEmpty()) {
            return "never";
        }
        return suffered.recoveries().size() == 1
                ? Suffered.seconds(suffered.worst())
                : Suffered.seconds(suffered.median()) + ", " + Suffered.seconds(suffered.worst());
    }

    private static String inWords(Suffered suffered) {
        return suffered.isLeftOut()
                ? "left out: " + suffered.leftOut()
                : "%d acts, %d cases, %d waited, %d findings; back after %s; unforeseen %s"
                        .formatted(
                                suffered.acts(),
                                suffered.cases(),
                                suffered.waited(),
                                suffered.findings().size(),
                                back(suffered),
                                suffered.unforeseen());
    }
}
