package io.tongban.bench.load;

import java.time.Duration;
import java.util.Map;
import org.HdrHistogram.Histogram;

/**
 * What was done in some time.
 *
 * @param steps microseconds by step
 * @param failures how many by kind
 */
public record Interval(Duration time, Map<String, Histogram> steps, Map<String, Long> failures) {

    /** How often the step was done. */
    public long count(String step) {
        Histogram histogram = steps.get(step);
        return histogram == null ? 0 : histogram.getTotalCount();
    }

    /** How often the step was done in a second. */
    public double rate(String step) {
        return count(step) / (time.toNanos() / 1e9);
    }

    /** Milliseconds within which this percentage of a step was done. */
    public double percentile(String step, double percentage) {
        Histogram histogram = steps.get(step);
        return histogram == null ? Double.NaN : histogram.getValueAtPercentile(percentage) / 1000.0;
    }

    public long failed() {
        return failures.values().stream().mapToLong(Long::longValue).sum();
    }
}
