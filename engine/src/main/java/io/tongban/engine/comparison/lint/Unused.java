package io.tongban.engine.comparison.lint;

import io.tongban.engine.comparison.person.CriterionText;
import io.tongban.engine.comparison.person.PaperText;
import io.tongban.engine.comparison.person.StandardText;
import io.tongban.engine.document.DocumentNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Finds what a standard names and never uses. */
final class Unused {

    /** The settings that the counting of contribution months reads by itself. */
    private static final Set<String> COUNTING =
            Set.of("months", "kinds", "areas", "gapMonths", "lateAfterMonths", "postingDay");

    private static final String CONTRIBUTIONS = "contributions";

    private final StandardText standard;
    private final List<Finding> findings = new ArrayList<>();

    private Unused(StandardText standard) {
        this.standard = standard;
    }

    static List<Finding> of(StandardText standard) {
        Unused unused = new Unused(standard);
        unused.papersAndWords();
        unused.sources();
        unused.questions();
        unused.criteriaOfNoRoute();
        standard.criteria().values().forEach(unused::criterion);
        return unused.findings;
    }

    private void papersAndWords() {
        Set<String> asked = new LinkedHashSet<>();
        Set<String> named = new LinkedHashSet<>();
        Map<String, Set<String>> said = new LinkedHashMap<>();
        for (CriterionText criterion : standard.criteria().values()) {
            for (CriterionText.Part part : criterion.parts()) {
                part.papers().stream()
                        .map(PaperText::kind)
                        .map(DocumentNode::text)
                        .forEach(asked::add);
                part.rules().forEach(rule -> named.addAll(missing(rule)));
                said(part)
                        .forEach((kind, names) -> said.computeIfAbsent(kind, any -> new LinkedHashSet<>())
                                .addAll(names));
            }
            Walk.having(criterion.node(), "as")
                    .forEach(either -> named.add(either.get("as").text()));
        }
        standard.members("papers").forEach((kind, paper) -> {
            if (!asked.contains(kind) && !named.contains(kind)) {
                findings.add(Finding.idle(
                        paper, "no criterion uses the paper '" + kind + "'", "ask for it somewhere, or take it out"));
            }
            paper.find("says").map(DocumentNode::members).orElse(Map.of()).forEach((name, saying) -> {
                if (!said.getOrDefault(kind, Set.of()).contains(name)) {
                    findings.add(Finding.idle(
                            saying,
                            "no criterion asks what the paper '" + kind + "' says of '" + name + "'",
                            "ask for it under says, or take it out"));
                }
            });
        });
        standard.members("collective").forEach((word, text) -> {
            if (!named.contains(word)) {
                findings.add(Finding.idle(
                        text,
                        "no rule names the collective word '" + word + "'",
                        "name it under missing, or take it out"));
            }
        });
    }

    private static Set<String> missing(DocumentNode rule) {
        Set<String> named = new LinkedHashSet<>();
        rule.find("missing")
                .filter(DocumentNode::isList)
                .ifPresent(list -> list.items().forEach(word -> named.add(word.text())));
        return named;
    }

    private static Map<String, Set<String>> said(CriterionText.Part part) {
        Map<String, Set<String>> said = new LinkedHashMap<>();
        Walk.having(part.node(), "says")
                .forEach(demand -> said.computeIfAbsent(demand.get("kind").text(), any -> new LinkedHashSet<>())
                        .addAll(demand.get("says").members().keySet()));
        return said;
    }

    private void sources() {
        Set<String> cited = new LinkedHashSet<>();
        Walk.having(standard.root(), "source")
                .forEach(basis -> cited.add(basis.get("source").text()));
        standard.members("sources").forEach((id, source) -> {
            if (!cited.contains(id)) {
                findings.add(Finding.idle(
                        source,
                        "nothing is based on the source '" + id + "'",
                        "cite it where it belongs, or take it out"));
            }
        });
    }

    private void questions() {
        standard.members("answers").forEach((id, question) -> {
            if (!isRead("answers." + id) && !isRead("answered." + id)) {
                findings.add(Finding.idle(
                        question, "no criterion reads the answer '" + id + "'", "read it, or do not put the question"));
            }
        });
        standard.members("evidence").forEach((register, name) -> {
            boolean read = register.equals("answers")
                    ? isRead("answers") || isRead("answered")
                    : isRead(register) || (register.equals(CONTRIBUTIONS) && hasContracts());
            if (!read) {
                findings.add(Finding.idle(
                        name, "no criterion is decided from '" + register + "'", "take it out of evidence"));
            }
        });
    }

    private boolean hasContracts() {
        return standard.criteria().values().stream()
                .flatMap(criterion -> criterion.parts().stream())
                .flatMap(part -> part.papers().stream())
                .anyMatch(PaperText::contract);
    }

    private boolean isRead(String facts) {
        return standard.criteria().values().stream().anyMatch(criterion -> criterion.reads(facts));
    }

    private void criteriaOfNoRoute() {
        Set<String> routed = new LinkedHashSet<>();
        standard.routes().values().forEach(routed::addAll);
        standard.criteria().forEach((id, criterion) -> {
            if (!routed.contains(id)) {
                findings.add(Finding.idle(
                        criterion.node(), "no route has the criterion '" + id + "'", "add it to one, or take it out"));
            }
        });
    }

    private void criterion(CriterionText criterion) {
        settings(criterion);
        definitions(criterion);
        Set<String> all = quotedIn(criterion, Set.of());
        CriterionText.figureExpressions(criterion.node()).forEach((name, figure) -> {
            if (!all.contains(name)) {
                findings.add(unquoted(figure, criterion, name));
            }
        });
        for (CriterionText.Part part : criterion.parts()) {
            for (DocumentNode rule : part.rules()) {
                Set<String> reasons = new LinkedHashSet<>();
                rule.find("reasons")
                        .map(DocumentNode::items)
                        .orElse(List.of())
                        .forEach(code -> reasons.add(code.text()));
                Set<String> quoted = quotedIn(criterion, reasons);
                CriterionText.figureExpressions(rule).forEach((name, figure) -> {
                    if (!quoted.contains(name)) {
                        findings.add(unquoted(figure, criterion, name));
                    }
                });
            }
        }
    }

    private static Finding unquoted(DocumentNode figure, CriterionText criterion, String name) {
        return Finding.idle(
                figure,
                "no text of " + criterion.id() + " quotes the figure {" + name + "}",
                "quote it where a reader needs it, or take it out");
    }

    private void settings(CriterionText criterion) {
        Set<String> named = new LinkedHashSet<>();
        for (CriterionText.Part part : criterion.parts()) {
            for (PaperText paper : part.papers()) {
                if (paper.ageSetting() != null) {
                    named.add(paper.ageSetting());
                }
                if (paper.termSetting() != null) {
                    named.add(paper.termSetting());
                }
            }
        }
        if (criterion.id().equals(CONTRIBUTIONS)) {
            named.addAll(COUNTING);
        }
        criterion.settings().forEach((name, setting) -> {
            if (!named.contains(name) && !criterion.reads("settings." + name)) {
                findings.add(Finding.idle(
                        setting,
                        "nothing reads the setting '" + criterion.id() + "." + name + "'",
                        "read it as settings." + name + ", or take it out"));
            }
        });
    }

    private void definitions(CriterionText criterion) {
        criterion.definitions().forEach((name, definition) -> {
            Pattern mention = Pattern.compile("(?<![\\w.])" + Pattern.quote(name) + "(?!\\w)");
            boolean used = criterion.expressions().stream()
                    .anyMatch(expression -> mention.matcher(expression.text()).find());
            if (!used) {
                findings.add(Finding.idle(
                        definition,
                        "nothing in " + criterion.id() + " uses the definition '" + name + "'",
                        "use it, or take it out"));
            }
        });
    }

    /** What the texts of some reasons quote; of all where none is named. */
    private static Set<String> quotedIn(CriterionText criterion, Set<String> reasons) {
        Set<String> quoted = new LinkedHashSet<>();
        criterion
                .node()
                .find("texts")
                .map(DocumentNode::members)
                .orElse(Map.of())
                .forEach((code, text) -> {
                    if (reasons.isEmpty() || reasons.contains(code)) {
                        Walk.having(text, "zh")
                                .forEach(pair -> pair.members()
                                        .values()
                                        .forEach(words -> Pattern.compile("\\{([^{}]*)}")
                                                .matcher(words.text())
                                                .results()
                                                .forEach(found -> quoted.add(found.group(1)))));
                    }
                });
        return quoted;
    }
}
