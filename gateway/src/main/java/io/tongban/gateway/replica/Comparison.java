package io.tongban.gateway.replica;

import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What the replicas said in one round.
 *
 * @param known the replicas that were asked
 * @param answers what those said that answered
 */
record Comparison(List<Replica> known, Map<Replica, StandardsInForce> answers) {

    static final Comparison OF_NONE = new Comparison(List.of(), Map.of());

    private static final String NOTHING = "nothing";

    Comparison {
        known = List.copyOf(known);
        answers = Map.copyOf(answers);
    }

    /** How many replicas have something else in force than most; 0 when all digests are equal. Silence is no difference. */
    int differing() {
        Collection<Long> sizes = answers.values().stream()
                .collect(Collectors.groupingBy(StandardsInForce::digest, Collectors.counting()))
                .values();
        return sizes.isEmpty() ? 0 : answers.size() - Math.toIntExact(Collections.max(sizes));
    }

    List<String> silent() {
        return known.stream()
                .filter(replica -> !answers.containsKey(replica))
                .map(Replica::name)
                .sorted()
                .toList();
    }

    /** For each item that differs: each version in force somewhere, and where. Empty when nothing differs. */
    Optional<String> differences() {
        if (differing() == 0) {
            return Optional.empty();
        }
        String perItem = items().stream()
                .map(item -> Map.entry(item, versions(item)))
                .filter(entry -> entry.getValue().size() > 1)
                .map(entry -> entry.getKey() + ": " + places(entry.getValue()))
                .collect(Collectors.joining("; "));
        // Equal items under different digests: the replicas do not compute it alike.
        return Optional.of(perItem.isEmpty() ? "digest: " + places(grouped(StandardsInForce::digest)) : perItem);
    }

    private TreeSet<String> items() {
        return answers.values().stream()
                .flatMap(answer -> answer.items().stream())
                .map(StandardsInForce.Version::item)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Map<String, TreeSet<String>> versions(String item) {
        return grouped(answer -> answer.items().stream()
                .filter(version -> version.item().equals(item))
                .findFirst()
                .map(version -> version.version() + " (" + version.digest() + ")")
                .orElse(NOTHING));
    }

    private Map<String, TreeSet<String>> grouped(Function<StandardsInForce, String> said) {
        Map<String, TreeSet<String>> where = new HashMap<>();
        answers.forEach((replica, answer) -> where.computeIfAbsent(said.apply(answer), word -> new TreeSet<>())
                .add(replica.name()));
        return new TreeMap<>(where);
    }

    private static String places(Map<String, TreeSet<String>> where) {
        return where.entrySet().stream()
                .map(entry -> entry.getKey() + " at " + String.join(", ", entry.getValue()))
                .collect(Collectors.joining(", "));
    }
}
