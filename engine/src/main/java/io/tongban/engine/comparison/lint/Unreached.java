package io.tongban.engine.comparison.lint;

import io.tongban.engine.comparison.person.CriterionPart;
import io.tongban.engine.comparison.person.Domain;
import io.tongban.engine.comparison.person.Version;
import io.tongban.engine.document.DocumentNode;
import io.tongban.engine.document.Place;
import io.tongban.engine.rule.Rule;
import io.tongban.engine.standard.Criterion;
import io.tongban.engine.standard.Route;
import io.tongban.engine.standard.Setting;
import io.tongban.engine.standard.Standard;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds criteria that always or never are met, and rules and alternatives that never decide, within the bounded domain. */
final class Unreached {

    private final Version version;
    private final Written written;
    private final int most;
    private final WhatIf whatIf;
    private final Map<String, Domain> domains = new LinkedHashMap<>();
    private final List<Finding> findings = new ArrayList<>();

    /** The standard with another value for a setting, by {@code criterion.setting}. */
    @FunctionalInterface
    interface WhatIf {
        Standard with(String setting, DocumentNode value);
    }

    private Unreached(Version version, int most, WhatIf whatIf) {
        this.version = version;
        this.written = new Written(version.document());
        this.most = most;
        this.whatIf = whatIf;
        version.standard().routes().forEach(route -> domains.put(route.id(), Domain.of(List.of(version), route.id())));
    }

    /**
     * The findings in a standard.
     *
     * @param most so many persons are tried for each criterion of each route
     */
    static List<Finding> of(Version version, int most, WhatIf whatIf) {
        Unreached unreached = new Unreached(version, most, whatIf);
        version.standard().criteria().forEach(unreached::criterion);
        return unreached.findings;
    }

    private void criterion(Criterion criterion) {
        Map<String, Domain.Persons> persons = personsFor(criterion);
        if (persons.isEmpty()) {
            return; // of no route, which is found elsewhere
        }
        Reached reached = Reached.in(version.standard(), criterion.id(), persons);
        Map<String, Reached> otherwise = new LinkedHashMap<>();
        if (!reached.isAsked() || !isWhollyReached(criterion, reached)) {
            otherwise.putAll(withOtherSettings(criterion, persons));
        }
        if (!reached.isAsked()) {
            notAsked(criterion, otherwise);
        } else if (!reached.isEverMet()) {
            findings.add(Finding.idle(
                    written.criterion(criterion.id()),
                    criterion.id() + " is never met" + bound(reached),
                    "look at its conditions: nobody could get anything by a route with it"));
        } else if (reached.isAlwaysMet()) {
            findings.add(Finding.idle(
                    written.criterion(criterion.id()),
                    criterion.id() + " is always met" + bound(reached),
                    "take it out, or let its conditions ask for something"));
        }
        if (reached.isAsked()) {
            rules(criterion, reached, otherwise);
        }
    }

    private Map<String, Domain.Persons> personsFor(Criterion criterion) {
        Map<String, Domain.Persons> persons = new LinkedHashMap<>();
        for (Route route : version.standard().routes()) {
            Domain domain = domains.get(route.id());
            if (domain != null && route.criteria().contains(criterion)) {
                persons.put(route.id(), domain.around(criterion.id(), most));
            }
        }
        return persons;
    }

    private void notAsked(Criterion criterion, Map<String, Reached> otherwise) {
        Optional<String> setting = otherwise.entrySet().stream()
                .filter(other -> other.getValue().isAsked())
                .map(Map.Entry::getKey)
                .findFirst();
        Place at = written.ofCriterion(criterion.id(), "asked");
        findings.add(
                setting.isPresent()
                        ? Finding.idleNote(
                                at,
                                criterion.id() + " is asked only with " + setting.get(),
                                "change it, if it is to be asked")
                        : Finding.idle(at, criterion.id() + " is never asked", "take it out, or mend 'asked'"));
    }

    private void rules(Criterion criterion, Reached reached, Map<String, Reached> otherwise) {
        for (CriterionPart part : CriterionPart.of(criterion)) {
            boolean whole = !part.alternative().isEmpty()
                    && reached.rules().stream()
                            .noneMatch(rule -> rule.alternative().equals(part.alternative()));
            if (whole) {
                findings.add(Finding.idle(
                        written.alternative(criterion.id(), part.alternative()),
                        "the alternative '" + part.alternative() + "' of " + criterion.id() + " never decides"
                                + bound(reached),
                        "look at 'brought' and at the alternatives before it, or take it out"));
                continue;
            }
            List<Rule> rules = part.rules().inOrder();
            for (int i = 0; i < rules.size(); i++) {
                Reached.Deciding deciding = new Reached.Deciding(part.alternative(), i);
                if (!reached.rules().contains(deciding)) {
                    findings.add(rule(criterion.id(), rules.get(i), deciding, reached, otherwise));
                }
            }
        }
    }

    private static Finding rule(
            String criterion, Rule rule, Reached.Deciding deciding, Reached reached, Map<String, Reached> otherwise) {
        String of = deciding.alternative().isEmpty() ? criterion : criterion + ", " + deciding.alternative();
        String which = "rule " + (deciding.index() + 1) + " of " + of + " (" + rule.state() + ")";
        Optional<String> setting = otherwise.entrySet().stream()
                .filter(other -> other.getValue().rules().contains(deciding))
                .map(Map.Entry::getKey)
                .findFirst();
        return setting.isPresent()
                ? Finding.idleNote(
                        rule.place(), which + " decides only with " + setting.get(), "keep it for such a version")
                : Finding.idle(
                        rule.place(),
                        which + " never decides" + bound(reached),
                        "look at its condition and at the rules before it, or take it out");
    }

    private static boolean isWhollyReached(Criterion criterion, Reached reached) {
        long rules = CriterionPart.of(criterion).stream()
                .mapToLong(part -> part.rules().inOrder().size())
                .sum();
        return reached.rules().size() == rules;
    }

    /** What is reached with each other value of the criterion's flags and words, one at a time. */
    private Map<String, Reached> withOtherSettings(Criterion criterion, Map<String, Domain.Persons> persons) {
        Map<String, Reached> reached = new LinkedHashMap<>();
        criterion.settings().all().forEach((name, setting) -> {
            for (String value : otherValues(setting)) {
                String path = criterion.id() + "." + name;
                DocumentNode other = DocumentNode.read(path, "'" + value + "'");
                reached.put(path + ": " + value, Reached.in(whatIf.with(path, other), criterion.id(), persons));
            }
        });
        return reached;
    }

    private static List<String> otherValues(Setting setting) {
        return setting.choices().stream()
                .filter(value -> !value.equals(setting.value().toString()))
                .toList();
    }

    private static String bound(Reached reached) {
        return " among the " + reached.persons() + " persons tried";
    }
}
