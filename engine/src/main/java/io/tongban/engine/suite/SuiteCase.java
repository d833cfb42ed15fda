package io.tongban.engine.suite;

import io.tongban.engine.assessment.Facts;
import io.tongban.engine.assessment.Identity;
import io.tongban.engine.assessment.Residence;
import io.tongban.engine.document.DocumentNode;
import io.tongban.engine.papers.Paper;
import io.tongban.engine.standard.PaperKind;
import io.tongban.engine.standard.Question;
import io.tongban.engine.standard.Route;
import io.tongban.engine.standard.Standard;
import io.tongban.form.IdentityNumber;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One case of a suite: the standard it tests, the facts, and what is expected of them.
 *
 * @param route null: all routes are assessed and ranked
 */
record SuiteCase(Standard standard, @Nullable String route, Facts facts, DocumentNode expected) {

    private static final String SOME_NUMBER = "339999199001010013";
    private static final int YEARS_REGISTERED = 2;
    private static final int MOST_PAPERS = 500;

    /** Reads the case with what the suite says for all cases; every key must be known. */
    static SuiteCase read(DocumentNode suite, DocumentNode node, WhatIfStandards standards) {
        SuiteKeys.CASE.require(node);
        LocalDate appliedOn = node.get("appliedOn").date();
        Standard published = published(suite, node, appliedOn, standards);
        Standard standard = standards.of(published, settings(suite, node));
        String route = route(suite, node, standard);
        Facts facts = new Facts(
                appliedOn,
                identity(node.find("applicant")),
                residence(node.find("residence"), appliedOn),
                answers(node.find("answers"), standard),
                papers(node.find("papers"), standard),
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

    private static Map<String, String> answers(Optional<DocumentNode> node, Standard standard) {
        Map<String, String> answers = new LinkedHashMap<>();
        node.map(DocumentNode::members).orElse(Map.of()).forEach((id, answer) -> {
            Question question = standard.questions()
                    .find(id)
                    .orElseThrow(() -> answer.invalid("the standard does not ask '" + id + "'", "take it out"));
            if (!question.accepts(answer.text())) {
                throw answer.invalid(
                        "'" + answer.text() + "' is no answer to '" + id + "'",
                        question.allowed().isEmpty()
                                ? "write a " + question.kind().name().toLowerCase(Locale.ROOT)
                                : "write one of " + String.join(", ", question.allowed()));
            }
            answers.put(id, answer.text());
        });
        return answers;
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

    private static Identity identity(Optional<DocumentNode> node) {
        String number = node.flatMap(applicant -> applicant.find("idNumber"))
                .map(DocumentNode::text)
                .orElse(SOME_NUMBER);
        return Identity.of(IdentityNumber.of(number));
    }

    private static Residence residence(Optional<DocumentNode> node, LocalDate appliedOn) {
        if (node.isEmpty()) {
            return new Residence(appliedOn.minusYears(YEARS_REGISTERED), false);
        }
        Map<String, DocumentNode> members = node.get().members();
        DocumentNode waived = members.get("waived");
        return new Residence(date(members.get("registeredOn")), waived != null && waived.flag());
    }

    private static @Nullable List<Paper> papers(Optional<DocumentNode> node, Standard standard) {
        if (node.isEmpty()) {
            return null;
        }
        List<Paper> papers = new ArrayList<>();
        for (DocumentNode item : node.get().items()) {
            Map<String, DocumentNode> members = item.members();
            if (papers.size() == MOST_PAPERS) {
                throw item.invalid(
                        "the case has more than " + MOST_PAPERS + " papers", "leave out papers that change nothing");
            }
            DocumentNode kind = item.get("kind");
            if (!standard.paperKinds().contains(kind.text())) {
                throw kind.invalid(
                        "the standard knows no paper '" + kind.text() + "'",
                        DocumentNode.nearest(kind.text(), List.copyOf(standard.paperKinds()))
                                .map(known -> "write '" + known + "'")
                                .orElse("use one of "
                                        + String.join(
                                                ", ",
                                                standard.paperKinds().stream()
                                                        .sorted()
                                                        .toList())));
            }
            papers.add(new Paper(
                    kind.text(),
                    text(members.get("unit")),
                    text(members.get("unitName")),
                    date(members.get("from")),
                    date(members.get("until")),
                    says(item.find("says"), standard.words().paper(kind.text()))));
        }
        return papers;
    }

    private static Map<String, String> says(Optional<DocumentNode> node, PaperKind kind) {
        Map<String, String> says = new LinkedHashMap<>();
        node.map(DocumentNode::members).orElse(Map.of()).forEach((name, value) -> {
            if (!kind.canSay(name, value.text())) {
                throw value.invalid(
                        "the standard knows no such paper that says '" + name + ": " + value.text() + "'",
                        "use one of " + kind.says());
            }
            says.put(name, value.text());
        });
        return says;
    }

    private static @Nullable String text(@Nullable DocumentNode node) {
        return node == null || node.isNull() ? null : node.text();
    }

    private static @Nullable LocalDate date(@Nullable DocumentNode node) {
        return node == null || node.isNull() ? null : node.date();
    }
}
