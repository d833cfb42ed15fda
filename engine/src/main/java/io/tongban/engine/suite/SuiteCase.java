package io.tongban.engine.suite;

import io.tongban.engine.assessment.Facts;
import io.tongban.engine.document.DocumentNode;
import io.tongban.engine.standard.Route;
import io.tongban.engine.standard.Standard;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One case of a suite: the standard it tests, the facts, and what is expected of them.
 *
 * @param route null: all routes are assessed and ranked
 */
record SuiteCase(Standard standard, @Nullable String route, Facts facts, DocumentNode expected) {

    /** Reads the case with what the suite says for all cases; every key must be known. */
    static SuiteCase read(DocumentNode suite, DocumentNode node, WhatIfStandards standards) {
        SuiteKeys.CASE.require(node);
        LocalDate appliedOn = node.get("appliedOn").date();
        Standard published = published(suite, node, appliedOn, standards);
        Standard standard = standards.of(published, settings(suite, node));
        String route = route(suite, node, standard);
        Facts facts = new Facts(
                appliedOn,
                SuiteFacts.identity(node.find("applicant")),
                SuiteFacts.residence(node.find("residence"), appliedOn),
                SuiteFacts.answers(node.find("answers"), standard),
                SuiteFacts.papers(node.find("papers"), standard),
                SuiteRecord.read(node, appliedOn, standard, route));
        DocumentNode expected = node.get("expect");
        if (expected.members().isEmpty()) {
            throw expected.invalid("the case expects nothing", "say what it is to come to");
        }
        return new SuiteCase(standard, route, facts, expected);
    }

    private static @Nullable String route(DocumentNode suite, DocumentNode node, Standard standard) {
        Optional<DocumentNode> route = own(suite, node, "route");
        List<String> known = standard.routes().stream().map(Route::id).toList();
        route.filter(named -> !known.contains(named.text())).ifPresent(unknown -> {
            throw unknown.invalid(
                    "the standard has no route '" + unknown.text() + "'", "use one of " + String.join(", ", known));
        });
        return route.map(DocumentNode::text).orElse(null);
    }

    private static Standard published(
            DocumentNode suite, DocumentNode node, LocalDate appliedOn, WhatIfStandards standards) {
        String item = own(suite, node, "standard").orElseThrow().text();
        return own(suite, node, "version")
                .map(version -> standards.published().version(item, version.text()))
                .orElseGet(() -> standards.published().inForce(item, appliedOn));
    }

    private static Optional<DocumentNode> own(DocumentNode suite, DocumentNode node, String key) {
        return node.find(key).or(() -> suite.find(key)).filter(value -> !value.isNull());
    }

    /** The case's settings go before the suite's. */
    private static Map<String, DocumentNode> settings(DocumentNode suite, DocumentNode node) {
        Map<String, DocumentNode> settings = new LinkedHashMap<>();
        for (DocumentNode of : List.of(suite, node)) {
            of.find("settings")
                    .filter(value -> !value.isNull())
                    .map(DocumentNode::members)
                    .ifPresent(settings::putAll);
        }
        return settings;
    }
}
