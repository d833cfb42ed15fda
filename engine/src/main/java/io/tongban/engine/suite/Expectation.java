package io.tongban.engine.suite;

import io.tongban.engine.assessment.Assessment;
import io.tongban.engine.assessment.CriterionResult;
import io.tongban.engine.assessment.RankedRoutes;
import io.tongban.engine.contributions.ContributionRun;
import io.tongban.engine.document.DocumentNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Compares an assessment with what a case expects; only the keys that are there are looked at. */
final class Expectation {

    private Expectation() {}

    /** One line for each difference of all routes together: in their order, and of what each comes to. */
    static List<String> differences(DocumentNode expected, RankedRoutes ranked) {
        Differences differences = new Differences();
        SuiteKeys.EXPECTED_OF_ALL.require(expected);
        expected.find("ranking")
                .ifPresent(ranking -> differences.compare(
                        "ranking",
                        ranking,
                        ranked.routes().stream()
                                .map(route -> route.assessment().route())
                                .toList()));
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
        return differences.lines();
    }

    /** One line for each difference; none if all is as expected. */
    static List<String> differences(DocumentNode expected, Assessment assessment) {
        Differences differences = new Differences();
        SuiteKeys.EXPECTED.require(expected);
        expected.members().forEach((key, node) -> {
            switch (key) {
                case "outcome" -> differences.compare(key, node, assessment.outcome());
                case "criteria" ->
                    node.members().forEach((id, state) -> compareState(differences, id, state, assessment));
                case "contributions" -> compareState(differences, key, node, assessment);
                case "counted" -> differences.compare(key, node, run(assessment).counted());
                case "first" -> differences.compare(key, node, run(assessment).first());
                case "last" -> differences.compare(key, node, run(assessment).last());
                case "through" -> differences.compare(key, node, assessment.through());
                case "readyOn" -> differences.compare(key, node, assessment.readyOn());
                case "pending" ->
                    differences.compareSets(key, node, run(assessment).pending());
                case "flags" -> differences.compareSets(key, node, assessment.flags());
                case "missing" -> differences.compareSets(key, node, assessment.missing());
                case "lapsing" ->
                    differences.compareSets(
                            key,
                            lapsing(node),
                            assessment.lapsing().stream()
                                    .map(lapse -> lapse.paper() + " on " + lapse.on())
                                    .toList());
                default -> throw new IllegalStateException("the keys were checked: " + key);
            }
        });
        return differences.lines();
    }

    private static ContributionRun run(Assessment assessment) {
        return Objects.requireNonNullElse(assessment.run(), new ContributionRun(List.of(), List.of(), List.of()));
    }

    private static void compareState(Differences differences, String id, DocumentNode node, Assessment assessment) {
        differences.compare(
                "criteria." + id,
                node,
                assessment.criterion(id).map(CriterionResult::state).orElse(null));
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
