package io.tongban.bench.assessment;

import io.tongban.bench.result.Measurement;
import io.tongban.bench.result.Report;
import io.tongban.bench.result.Table;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** Whole assessments, beside the same rules in KIE DMN and in cel-java. */
public final class MeasureAssessment implements Measurement {

    private final boolean quick;

    /**
     * The measurement.
     *
     * @param quick one iteration of each
     */
    public MeasureAssessment(boolean quick) {
        this.quick = quick;
    }

    /** Runs the benchmarks, each in a process of its own; they keep no data. */
    @Override
    public Report run(Path data) throws RunnerException {
        ChainedOptionsBuilder options = new OptionsBuilder()
                .include(AssessmentBenchmark.class.getName() + "[.].*")
                .jvmArgs("-Xms1g", "-Xmx1g", "-XX:+UseSerialGC")
                .addProfiler(GCProfiler.class)
                .addProfiler(ProcessorTime.class);
        if (quick) {
            options.warmupIterations(1).measurementIterations(1);
        }
        List<Measured> all = new ArrayList<>();
        for (RunResult run : new Runner(options.build()).run()) {
            all.add(Measured.of(run));
        }
        double kie = named(all, "mixInKie").perSecond();
        double rulesInKie = named(all, "rulesAloneInKie").perSecond();
        Table table = Table.of(
                "Assessments, all routes of R1", "what", "processor time", "allocated", "a second a core", "÷ KIE");
        row(table, "whole, five people in equal parts", named(all, "mix"), kie);
        row(table, "the same with canonical form and digest of each route", named(all, "mixWithDigests"), kie);
        row(table, "the same in KIE: states and outcomes, facts worked out by our code", named(all, "mixInKie"), kie);
        row(table, "rules alone, from facts worked out before", named(all, "rulesAlone"), rulesInKie);
        row(table, "rules alone in cel-java", named(all, "rulesAloneInCel"), rulesInKie);
        row(table, "rules alone in KIE", named(all, "rulesAloneInKie"), rulesInKie);
        all.stream()
                .filter(measured -> measured.name().equals("alone"))
                .forEach(measured -> row(table, "whole, " + measured.person().toLowerCase(Locale.ROOT), measured, kie));
        Measured whole = named(all, "mix");
        return new Report("assessment", "whole assessments, beside the same rules in KIE DMN and in cel-java")
                .worst(
                        "%,.0f whole assessments a second a core (aim 25,000), %,.0f with digests (aim 15,000), %.1f times KIE (aim 10)"
                                .formatted(
                                        whole.perSecond(),
                                        named(all, "mixWithDigests").perSecond(),
                                        whole.perSecond() / kie))
                .table(table)
                .method(
                        "Five people (eligible, provisional, incomplete, not yet, ineligible), each with 24 months of rows for five kinds of"
                                + " insurance and 65 answers of coverage, under R1 with its three routes.")
                .method(
                        "Whole is what a window gets: months, papers, every criterion with its texts in both languages, lapsing papers, ready"
                                + " dates, the ranking. KIE DMN and cel-java give states and outcomes; the CEL expressions are made from the"
                                + " decision tables of the DMN model. A test shows that all three come to the same outcomes.")
                .method(
                        "JMH, one fork each, 5 iterations of 2 s to warm up and 5 to measure, 1 GB of heap, serial collector; the unit is"
                                + " processor time of the whole process, collector and compiler included.");
    }

    private static void row(Table table, String what, Measured measured, double kie) {
        table.row(
                what,
                String.format(Locale.ROOT, "%.1f µs", measured.microseconds()),
                String.format(Locale.ROOT, "%.1f kB", measured.bytes() / 1e3),
                String.format(Locale.ROOT, "%,.0f", measured.perSecond()),
                String.format(Locale.ROOT, "%.1f", measured.perSecond() / kie));
    }

    private static Measured named(List<Measured> all, String name) {
        return all.stream()
                .filter(measured -> measured.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /**
     * One benchmark.
     *
     * @param person of the benchmark of one kind of person; else empty
     */
    private record Measured(String name, String person, double microseconds, double bytes) {

        static Measured of(RunResult run) {
            String benchmark = run.getParams().getBenchmark();
            String person = run.getParams().getParam("person");
            return new Measured(
                    benchmark.substring(benchmark.lastIndexOf('.') + 1),
                    person == null ? "" : person,
                    score(run, "cpu.us"),
                    score(run, "gc.alloc.rate.norm"));
        }

        private static double score(RunResult run, String name) {
            return run.getSecondaryResults().values().stream()
                    .filter(result -> result.getLabel().endsWith(name))
                    .mapToDouble(result -> result.getScore())
                    .findFirst()
                    .orElseThrow();
        }

        double perSecond() {
            return 1e6 / microseconds;
        }
    }
}
