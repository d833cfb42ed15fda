package io.tongban.bench.assessment;

import java.lang.management.ManagementFactory;
import java.util.Collection;
import java.util.List;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.profile.InternalProfiler;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.ScalarResult;

/**
 * The processor time that one operation takes, of all threads of the process, the collector's and the compiler's included: what
 * one core does in a second, whoever else uses the machine.
 */
public final class ProcessorTime implements InternalProfiler {

    private long before;

    @Override
    public String getDescription() {
        return "Processor time for one operation";
    }

    @Override
    public void beforeIteration(BenchmarkParams benchmark, IterationParams iteration) {
        before = processorTime();
    }

    @Override
    public Collection<? extends Result<?>> afterIteration(
            BenchmarkParams benchmark, IterationParams iteration, IterationResult result) {
        double microseconds = (processorTime() - before) / 1e3;
        long operations = result.getMetadata().getAllOps();
        return List.of(
                new ScalarResult("cpu.us", microseconds / operations, "us/op", AggregationPolicy.AVG),
                new ScalarResult(
                        "cpu.throughput", operations / microseconds * 1e6, "ops/s/core", AggregationPolicy.AVG));
    }

    private static long processorTime() {
        return ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class)
                .getProcessCpuTime();
    }
}
