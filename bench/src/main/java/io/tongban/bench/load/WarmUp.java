package io.tongban.bench.load;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Runs a load until its rate is steady: until the rate of a span of time is within 5 % of the one before, for at most ten spans.
 *
 * @param span a minute, or less for a quick run
 * @param rates of each span, in whole runs a second
 * @param steady whether the rate became steady
 */
public record WarmUp(Duration span, List<Double> rates, boolean steady) {

    private static final int MOST = 10;
    private static final double STEADY = 0.05;

    public static WarmUp of(Load load, Duration span) throws InterruptedException {
        List<Double> rates = new ArrayList<>();
        while (rates.size() < MOST) {
            rates.add(load.over(span).rate(Load.WHOLE));
            if (isSteady(rates)) {
                return new WarmUp(span, rates, true);
            }
        }
        return new WarmUp(span, rates, false);
    }

    private static boolean isSteady(List<Double> rates) {
        if (rates.size() < 2 || rates.getLast() == 0) {
            return false;
        }
        double before = rates.get(rates.size() - 2);
        return Math.abs(rates.getLast() - before) <= STEADY * before;
    }

    @Override
    public String toString() {
        return "spans of %d s at %s a second, %s"
                .formatted(
                        span.toSeconds(),
                        rates.stream()
                                .map(rate -> String.format(Locale.ROOT, "%.1f", rate))
                                .collect(Collectors.joining(", ")),
                        steady ? "then steady within 5 %" : "not steady within 5 % by then");
    }
}
