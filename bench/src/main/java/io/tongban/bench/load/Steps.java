package io.tongban.bench.load;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.Recorder;

/** How long each step took, in microseconds, and what failed, since they were last taken. */
public final class Steps {

    private static final int DIGITS = 3;

    private final Map<String, Recorder> recorders = new ConcurrentHashMap<>();
    private final Map<String, Long> failures = new ConcurrentHashMap<>();

    Steps() {}

    /** A step that began at this {@link System#nanoTime}. */
    public void took(String step, long beganNanos) {
        recorders
                .computeIfAbsent(step, name -> new Recorder(DIGITS))
                .recordValue((System.nanoTime() - beganNanos) / 1000);
    }

    void failed(String kind) {
        failures.merge(kind, 1L, Long::sum);
    }

    /** What comes from now on in this time. */
    Interval over(Duration time) throws InterruptedException {
        take();
        long began = System.nanoTime();
        TimeUnit.NANOSECONDS.sleep(time.toNanos());
        Duration measured = Duration.ofNanos(System.nanoTime() - began);
        Taken taken = take();
        return new Interval(measured, taken.steps(), taken.failures());
    }

    /** What came since the last taking. */
    private synchronized Taken take() {
        Map<String, Histogram> steps = new TreeMap<>();
        recorders.forEach((step, recorder) -> steps.put(step, recorder.getIntervalHistogram()));
        Map<String, Long> failed = new TreeMap<>();
        for (String kind : List.copyOf(failures.keySet())) {
            Long count = failures.remove(kind);
            if (count != null) {
                failed.put(kind, count);
            }
        }
        return new Taken(steps, failed);
    }

    /**
     * Steps and failures of some time.
     *
     * @param steps microseconds by step
     * @param failures how many by kind
     */
    private record Taken(Map<String, Histogram> steps, Map<String, Long> failures) {}
}
