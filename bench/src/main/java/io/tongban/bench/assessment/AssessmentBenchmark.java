package io.tongban.bench.assessment;

import io.tongban.engine.assessment.Assessment;
import io.tongban.engine.assessment.Assessor;
import io.tongban.engine.assessment.Facts;
import io.tongban.engine.assessment.RankedRoutes;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/** Whole assessments of all routes: months, papers, every criterion, its texts in both languages, and the ready dates. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
public class AssessmentBenchmark {

    private static final int PEOPLE = 5;

    private final Assessor assessor = new Assessor();
    private final KieModel kie = new KieModel();
    private final CelModel cel = new CelModel();
    private final List<Facts> people =
            Stream.of(Person.values()).map(Person::facts).toList();
    private final List<PreparedFacts> prepared = people.stream()
            .map(person -> PreparedFacts.of(Published.R1, person))
            .toList();
    private final List<Map<String, Object>> preparedForDmn =
            prepared.stream().map(PreparedFacts::forDmn).toList();
    private final List<Map<String, Object>> preparedForCel =
            preparedForDmn.stream().map(CelModel::facts).toList();

    /** One kind of person. */
    @State(Scope.Benchmark)
    public static class Alone {

        @Param
        Person person = Person.ELIGIBLE;

        private Facts facts = person.facts();

        @Setup
        public void facts() {
            facts = person.facts();
        }
    }

    @Benchmark
    @OperationsPerInvocation(PEOPLE)
    public void mix(Blackhole result) {
        for (Facts person : people) {
            result.consume(assessor.assessAll(Published.R1, person));
        }
    }

    @Benchmark
    public RankedRoutes alone(Alone alone) {
        return assessor.assessAll(Published.R1, alone.facts);
    }

    /** With the canonical form of each route's assessment and its digest, as a case keeps them. */
    @Benchmark
    @OperationsPerInvocation(PEOPLE)
    public void mixWithDigests(Blackhole result) {
        for (Facts person : people) {
            for (RankedRoutes.RankedRoute route :
                    assessor.assessAll(Published.R1, person).routes()) {
                Assessment assessment = route.assessment();
                result.consume(assessment.canonical());
            }
        }
    }

    /** KIE decides from facts that our code works out of months and papers; no texts, no ready dates. */
    @Benchmark
    @OperationsPerInvocation(PEOPLE)
    public void mixInKie(Blackhole result) {
        for (Facts person : people) {
            result.consume(kie.evaluate(PreparedFacts.of(Published.R1, person).forDmn()));
        }
    }

    /** The rules alone, from facts worked out before: the states of all criteria and the outcome of each route. */
    @Benchmark
    @OperationsPerInvocation(PEOPLE)
    public void rulesAlone(Blackhole result) {
        for (PreparedFacts person : prepared) {
            result.consume(person.outcomes());
        }
    }

    /** The same rules in KIE, from the same facts. */
    @Benchmark
    @OperationsPerInvocation(PEOPLE)
    public void rulesAloneInKie(Blackhole result) {
        for (Map<String, Object> person : preparedForDmn) {
            result.consume(kie.evaluate(person));
        }
    }

    /** The same rules in cel-java, from the same facts. */
    @Benchmark
    @OperationsPerInvocation(PEOPLE)
    public void rulesAloneInCel(Blackhole result) {
        for (Map<String, Object> person : preparedForCel) {
            result.consume(cel.evaluate(person));
        }
    }
}
