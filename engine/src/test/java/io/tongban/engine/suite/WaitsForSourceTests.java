package io.tongban.engine.suite;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.engine.assessment.Assessment;
import io.tongban.engine.assessment.Assessor;
import io.tongban.engine.assessment.CriterionResult;
import io.tongban.engine.assessment.RankedRoutes.RankedRoute;
import io.tongban.engine.assessment.Reason;
import io.tongban.engine.document.DocumentNode;
import io.tongban.engine.library.Standards;
import io.tongban.engine.library.StandardsLibrary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The published standards, which do not say {@code waitsForSource}, wait for their source where they always did: where a rule
 * gives one of two reasons.
 */
class WaitsForSourceTests {

    private static final Set<String> REASONS = Set.of("SOURCE_UNAVAILABLE", "STALE");

    private static final Path LIBRARY = Path.of("..", "standards");

    /** What waits for the identity says so by {@code waitsForSource: false}. */
    @Test
    void publishedRulesThatKnowNoDayAreThoseOfTheTwoReasons() throws IOException {
        List<String> waiting = new ArrayList<>();
        for (Path file : texts(false)) {
            for (DocumentNode rule : rules(DocumentNode.read(file.toString(), Files.readString(file)))) {
                boolean knowsNoDay = rule.get("state").text().equals("PENDING")
                        && rule.find("forecast").filter(day -> !day.flag()).isPresent()
                        && rule.find("waitsForSource").isEmpty();
                List<String> reasons = rule.find("reasons").map(DocumentNode::items).orElse(List.of()).stream()
                        .map(DocumentNode::text)
                        .toList();
                assertThat(knowsNoDay)
                        .as(rule.file() + ":" + rule.line())
                        .isEqualTo(reasons.stream().anyMatch(REASONS::contains));
                if (knowsNoDay) {
                    waiting.add(file.getFileName() + " " + reasons);
                }
            }
        }

        assertThat(waiting)
                .containsExactlyInAnyOrder(
                        "R1.yaml [STALE]",
                        "R1.yaml [SOURCE_UNAVAILABLE]",
                        "R2.yaml [STALE]",
                        "R2.yaml [SOURCE_UNAVAILABLE]");
    }

    @Test
    void assessmentsOfPublishedCasesWaitWithTheTwoReasons() throws IOException {
        Standards published = StandardsLibrary.in(LIBRARY).standards();
        int waiting = 0;
        for (Path file : texts(true)) {
            DocumentNode suite = DocumentNode.read(file.toString(), Files.readString(file));
            WhatIfStandards standards = new WhatIfStandards(published);
            for (DocumentNode node : suite.get("cases").items()) {
                for (Assessment assessment : assessments(SuiteCase.read(suite, node, standards))) {
                    for (CriterionResult result : assessment.criteria()) {
                        assertThat(result.waitsForSource())
                                .as(file + " " + result.id())
                                .isEqualTo(result.reasons().stream()
                                        .map(Reason::code)
                                        .anyMatch(REASONS::contains));
                    }
                    waiting += assessment.waitsForSource() ? 1 : 0;
                }
            }
        }

        assertThat(waiting).isPositive();
    }

    private static List<Path> texts(boolean cases) throws IOException {
        try (Stream<Path> files = Files.walk(LIBRARY)) {
            return files.filter(path -> path.toString().endsWith(".yaml"))
                    .filter(path -> path.getNameCount() - LIBRARY.getNameCount() > 1)
                    .filter(path -> path.toString().contains("cases") == cases)
                    .sorted()
                    .toList();
        }
    }

    private static List<Assessment> assessments(SuiteCase suiteCase) {
        Assessor assessor = new Assessor();
        return suiteCase.route() == null
                ? assessor.assessAll(suiteCase.standard(), suiteCase.facts()).routes().stream()
                        .map(RankedRoute::assessment)
                        .toList()
                : List.of(assessor.assess(suiteCase.standard(), suiteCase.route(), suiteCase.facts()));
    }

    /** Every rule of a text, wherever in it. */
    private static List<DocumentNode> rules(DocumentNode node) {
        List<DocumentNode> rules = new ArrayList<>();
        if (node.isList()) {
            node.items().forEach(item -> rules.addAll(rules(item)));
        } else if (node.isMap()) {
            node.members().forEach((key, value) -> rules.addAll(key.equals("decide") ? value.items() : rules(value)));
        }
        return rules;
    }
}
