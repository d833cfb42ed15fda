package io.tongban.engine.comparison.lint;

import io.tongban.engine.comparison.person.CriterionText;
import io.tongban.engine.comparison.person.Domain;
import io.tongban.engine.comparison.person.Version;
import io.tongban.engine.document.DocumentNode;
import io.tongban.engine.standard.Standard;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds criteria that always or never are met, and rules and alternatives that never decide, within the bounded domain. */
final class Unreached {

    private final Version marked;
    private final int most;
    private final WhatIf whatIf;
    private final Map<String, Domain> domains = new LinkedHashMap<>();
    private final List<Finding> findings = new ArrayList<>();

    /** The standard with another value for a setting, by {@code criterion.setting}. */
    @FunctionalInterface
    interface WhatIf {
        Standard with(String setting, DocumentNode value);
    }

    private Unreached(Version marked, int most, WhatIf whatIf) {
        this.marked = marked;
        this.most = most;
        this.whatIf = whatIf;
        marked.text().routes().keySet().forEach(route -> domains.put(route, Domain.of(List.of(marked), route)));
    }

    /**
     * The findings in a standard whose rules are marked.
     *
     * @param most so many persons are tried for each criterion of each route
     */
    static List<Finding> of(Version marked, int most, WhatIf whatIf) {
        Unreached unreached = new Unreached(marked, most, whatIf);
        marked.text().criteria().values().forEach(unreached::criterion);
        return unreached.findings;
    }

    private void criterion(CriterionText criterion) {
        Map<String, Domain.Persons> persons = personsFor(criterion.id());
        if (persons.isEmpty()) {
            return; // of no route, which is found elsewhere
        }
        Reached reached = Reached.in(marked.standard(), criterion.id(), persons);
        Map<String, Reached> otherwise = new LinkedHashMap<>();
        if (!reached.isAsked() || !unreachedRules(criterion, reached).isEmpty()) {
            otherwise.putAll(withOtherSettings(criterion, persons));
        }
        if (!reached.isAsked()) {
            notAsked(criterion, otherwise);
        } else if (!reached.isEverMet()) {
            findings.add(Finding.idle(
                    criterion.node(),
                    criterion.id() + " is never met" + bound(reached),
                    "look at its conditions: nobody could get anything by a route with it"));
        } else if (reached.isAlwaysMet()) {
            findings.add(Finding.idle(
                    criterion.node(),
                    criterion.id() + " is always met" + bound(reached),
                    "take it out, or let its conditions ask for something"));
        }
        if (reached.isAsked()) {
            rules(criterion, reached, otherwise);
        }
    }

    private Map<String, Domain.Persons> personsFor(String criterion) {
        Map<String, Domain.Persons> persons = new LinkedHashMap<>();
        marked.text().routes().forEach((route, criteria) -> {
            Domain domain = domains.get(route);
            if (criteria.contains(criterion) && domain != null) {
                persons.put(route, domain.around(criterion, most));
            }
        });
        return persons;
    }

    private void notAsked(CriterionText criterion, Map<String, Reached> otherwise) {
        Optional<String> setting = otherwise.entrySet().stream()
                .filter(other -> other.getValue().isAsked())
                .map(Map.Entry::getKey)
                .findFirst();
        DocumentNode at = criterion.node().find("asked").orElse(criterion.node());
        findings.add(
                setting.isPresent()
                        ? Finding.idleNote(
                                at,
                                criterion.id() + " is asked only with " + setting.get(),
                                "change it, if it is to be asked")
                        : Finding.idle(at, criterion.id() + " is never asked", "take it out, or mend 'asked'"));
    }

    private void rules(CriterionText criterion, Reached reached, Map<String, Reached> otherwise) {
        for (CriterionText.Part part : criterion.parts()) {
            boolean whole = !part.alternative().isEmpty()
                    && reached.rules().stream()
                            .noneMatch(mark -> mark.alternative().equals(part.alternative()));
            if (whole) {
                findings.add(Finding.idle(
                        part.node(),
                        "the alternative '" + part.alternative() + "' of " + criterion.id() + " never decides"
                                + bound(reached),
                        "look at 'brought' and at the alternatives before it, or take it out"));
                continue;
            }
            for (int i = 0; i < part.rules().size(); i++) {
                RuleMarks.Mark mark = new RuleMarks.Mark(criterion.id(), part.alternative(), i);
                if (!reached.rules().contains(mark)) {
                    findings.add(rule(part, i, mark, reached, otherwise));
                }
            }
        }
    }

    private static Finding rule(
            CriterionText.Part part, int index, RuleMarks.Mark mark, Reached reached, Map<String, Reached> otherwise) {
        DocumentNode rule = part.rules().get(index);
        String of = mark.alternative().isEmpty() ? mark.criterion() : mark.criterion() + ", " + mark.alternative();
        String which =
                "rule " + (index + 1) + " of " + of + " (" + rule.get("state").text() + ")";
        Optional<String> setting = otherwise.entrySet().stream()
                .filter(other -> other.getValue().rules().contains(mark))
                .map(Map.Entry::getKey)
                .findFirst();
        return setting.isPresent()
                ? Finding.idleNote(rule, which + " decides only with " + setting.get(), "keep it for such a version")
                : Finding.idle(
                        rule,
                        which + " never decides" + bound(reached),
                        "look at its condition and at the rules before it, or take it out");
    }

    private static List<RuleMarks.Mark> unreachedRules(CriterionText criterion, Reached reached) {
        List<RuleMarks.Mark> unreached = new ArrayList<>();
        for (CriterionText.Part part : criterion.parts()) {
            for (int i = 0; i < part.rules().size(); i++) {
                RuleMarks.Mark mark = new RuleMarks.Mark(criterion.id(), part.alternative(), i);
                if (!reached.rules().contains(mark)) {
                    unreached.add(mark);
                }
            }
        }
        return unreached;
    }

    /** What is reached with each other value of the criterion's flags and words, one at a time. */
    private Map<String, Reached> withOtherSettings(CriterionText criterion, Map<String, Domain.Persons> persons) {
        Map<String, Reached> reached = new LinkedHashMap<>();
        criterion.settings().forEach((name, setting) -> {
            for (String value : otherValues(criterion, name, setting)) {
                String path = criterion.id() + "." + name;
                DocumentNode other = DocumentNode.read(setting.file(), "'" + value + "'");
                reached.put(path + ": " + value, Reached.in(whatIf.with(path, other), criterion.id(), persons));
            }
        });
        return reached;
    }

    private static List<String> otherValues(CriterionText criterion, String name, DocumentNode setting) {
        if (setting.isMap() || setting.isList() || setting.isNull()) {
            return List.of();
        }
        Optional<DocumentNode> allowed = criterion.node().find("allowed").flatMap(bounds -> bounds.find(name));
        List<String> all = allowed.isEmpty()
                ? List.of("true", "false")
                : allowed.filter(DocumentNode::isList).map(DocumentNode::items).orElse(List.of()).stream()
                        .map(DocumentNode::text)
                        .toList();
        return all.stream().filter(value -> !value.equals(setting.text())).toList();
    }

    private static String bound(Reached reached) {
        return " among the " + reached.persons() + " persons tried";
    }
}
