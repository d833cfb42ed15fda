package io.tongban.engine.suite;

import io.tongban.engine.assessment.Assessment;
import io.tongban.engine.assessment.CriterionResult;
import io.tongban.engine.assessment.RankedRoutes;
import io.tongban.engine.contributions.ContributionRun;
import io.tongban.engine.document.DocumentNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Compares an assessment with what a case expects; only the keys that are there are looked at. */
final class Expectation {

    private static final String NONE = "none";

    private Expectation() {}

    /** One line for each difference of all routes together: in their order, and of what each comes to. */
    static List<String> differences(DocumentNode expected, RankedRoutes ranked) {
        List<String> differences = new ArrayList<>();
        SuiteKeys.EXPECTED_OF_ALL.require(expected);
        expected.find("ranking").ifPresent(ranking -> {
            List<String> found = ranked.routes().stream()
                    .map(route -> route.assessment().route())
                    .toList();
            if (!texts(ranking).equals(found)) {
                differences.add("ranking: expected " + texts(ranking) + ", was " + found);
            }
        });
        expected.find("routes")
                .map(DocumentNode::members)
                .orElse(Map.of())
                .forEach((id, route) -> ranked.routes().stream()
                        .map(RankedRoutes.RankedRoute::assessment)
                        .filter(assessment -> assessment.route().equals(id))
                        .findFirst()
                        .ifPresentOrElse(
                                assessment -> differences(route, assessment)
                                        .forEach(difference -> differences.add(id + ": " + difference)),
                                () -> differences.add("routes: there is no route " + id)));
        return differences;
    }

    /** One line for each difference; none if all is as expected. */
    static List<String> differences(DocumentNode expected, Assessment assessment) {
        List<String> differences = new ArrayList<>();
        SuiteKeys.EXPECTED.require(expected);
        expected.members().forEach((key, node) -> {
            switch (key) {
                case "outcome" -> compare(differences, key, node, assessment.outcome());
                case "criteria" ->
                    node.members().forEach((id, state) -> compareState(differences, id, state, assessment));
                case "contributions" -> compareState(differences, key, node, assessment);
                case "counted" ->
                    compare(differences, key, node, run(assessment).counted());
                case "first" -> compare(differences, key, node, run(assessment).first());
                case "last" -> compare(differences, key, node, run(assessment).last());
                case "through" -> compare(differences, key, node, assessment.through());
                case "readyOn" -> compare(differences, key, node, assessment.readyOn());
                case "pending" ->
                    compareSets(differences, key, texts(node), run(assessment).pending());
                case "flags" -> compareSets(differences, key, texts(node), assessment.flags());
                case "missing" -> compareSets(differences, key, texts(node), assessment.missing());
                case "lapsing" ->
                    compareSets(
                            differences,
                            key,
                            lapsing(node),
                            assessment.lapsing().stream()
                                    .map(lapse -> lapse.paper() + " on " + lapse.on())
                                    .toList());
                default -> throw new IllegalStateException("the keys were checked: " + key);
            }
        });
        return differences;
    }

    private static ContributionRun run(Assessment assessment) {
        return Objects.requireNonNullElse(assessment.run(), new ContributionRun(List.of(), List.of(), List.of()));
    }

    private static void compareState(List<String> differences, String id, DocumentNode node, Assessment assessment) {
        compare(
                differences,
                "criteria." + id,
                node,
                assessment.criterion(id).map(CriterionResult::state).orElse(null));
    }

    private static void compare(List<String> differences, String key, DocumentNode node, @Nullable Object actual) {
        String expected = node.isNull() ? NONE : node.text();
        String found = Objects.toString(actual, NONE);
        if (!expected.equals(found)) {
            differences.add(key + ": expected " + expected + ", was " + found);
        }
    }

    private static void compareSets(
            List<String> differences, String key, Collection<String> expected, Collection<?> actual) {
        TreeSet<String> wanted = new TreeSet<>(expected);
        TreeSet<String> found = actual.stream().map(Object::toString).collect(Collectors.toCollection(TreeSet::new));
        if (!wanted.equals(found)) {
            differences.add(key + ": expected " + wanted + ", was " + found);
        }
    }

    private static List<String> texts(DocumentNode node) {
        return node.isNull()
                ? List.of()
                : node.items().stream().map(DocumentNode::text).toList();
    }

    private static List<String> lapsing(DocumentNode node) {
        List<String> lapsing = new ArrayList<>();
        if (!node.isNull()) {
            for (DocumentNode item : node.items()) {
                lapsing.add(item.get("paper").text() + " on " + item.get("on").date());
            }
        }
        return lapsing;
    }
}
