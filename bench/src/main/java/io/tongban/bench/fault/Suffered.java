package io.tongban.bench.fault;

import io.tongban.sandbox.fault.Finding;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What a fault did.
 *
 * @param leftOut why it was not made; empty if it was
 * @param acts how many acts were acknowledged
 * @param cases how many cases there are of them
 * @param waited how many of these were received provisionally
 * @param unforeseen answers of the kind that no caller can do anything about, how often
 */
record Suffered(
        Fault fault,
        String leftOut,
        List<Duration> recoveries,
        int acts,
        int cases,
        long waited,
        List<Finding> findings,
        Map<String, Integer> unforeseen) {

    static Suffered leftOut(Fault fault, String why) {
        return new Suffered(fault, why, List.of(), 0, 0, 0, List.of(), Map.of());
    }

    static Suffered broken(Fault fault, Exception why) {
        return new Suffered(
                fault,
                "",
                List.of(),
                0,
                0,
                0,
                List.of(new Finding(Finding.Kind.UNFINISHED, "the network did not come back: " + why)),
                Map.of());
    }

    boolean isLeftOut() {
        return !leftOut.isEmpty();
    }

    long count(Finding.Kind... kinds) {
        List<Finding.Kind> all = List.of(kinds);
        return findings.stream().filter(finding -> all.contains(finding.kind())).count();
    }

    Duration worst() {
        return recoveries.stream().max(Comparator.naturalOrder()).orElse(Duration.ZERO);
    }

    Duration median() {
        List<Duration> sorted = recoveries.stream().sorted().toList();
        return sorted.isEmpty() ? Duration.ZERO : sorted.get(sorted.size() / 2);
    }

    static String seconds(Duration time) {
        return String.format(Locale.ROOT, "%.1f s", time.toMillis() / 1000.0);
    }
}
