package io.tongban.engine.comparison.lint;

import io.tongban.engine.comparison.person.CriterionPart;
import io.tongban.engine.comparison.person.Domain;
import io.tongban.engine.comparison.person.Version;
import io.tongban.engine.deadline.Deadline;
import io.tongban.engine.document.DocumentNode;
import io.tongban.engine.document.Place;
import io.tongban.engine.expression.Sides;
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
import java.util.function.Predicate;

/** Finds criteria that always or never are met, and rules, alternatives and conditions that never decide, among generated persons. */
final class Unreached {

    private final Version version;
    private final Standard told;
    private final Sides sides = new Sides();
    private final Written written;
    private final int most;
    private final Deadline deadline;
    private final WhatIf whatIf;
    private final Map<String, Domain> domains = new LinkedHashMap<>();
    private final List<Finding> findings = new ArrayList<>();
    private final List<Branches.Unreached> branches = new ArrayList<>();
    private final Map<String, Map<String, Reached>> otherwise = new LinkedHashMap<>();

    /** The standard with other values for settings, by {@code criterion.setting}, which tells of its conditions. */
    @FunctionalInterface
    interface WhatIf {
        Standard with(Map<String, DocumentNode> settings, Sides told);
    }

    /** What was found, and how many branches were reached. */
    record Result(List<Finding> findings, Branches branches) {}

    private Unreached(Version version, int most, WhatIf whatIf, Deadline deadline) {
        this.version = version;
        this.written = new Written(version.document());
        this.most = most;
        this.deadline = deadline;
        this.whatIf = whatIf;
        this.told = whatIf.with(Map.of(), sides);
        version.standard()
                .routes()
                .forEach(route -> domains.put(route.id(), Domain.of(List.of(version), route.id(), deadline)));
    }

    /**
     * The findings in a standard.
     *
     * @param most so many persons are tried for each criterion of each route
     */
    static Result of(Version version, int most, WhatIf whatIf, Deadline deadline) {
        Unreached unreached = new Unreached(version, most, whatIf, deadline);
        version.standard().criteria().forEach(unreached::criterion);
        unreached.sides();
        long rules = version.standard().criteria().stream()
                .flatMap(criterion -> CriterionPart.of(criterion).stream())
                .mapToLong(part -> part.rules().inOrder().size())
                .sum();
        int all = Math.toIntExact(rules) + unreached.sides.all().size();
        return new Result(unreached.findings, new Branches(all, unreached.branches));
    }

    private void criterion(Criterion criterion) {
        Map<String, Domain.Persons> persons = personsFor(criterion);
        if (persons.isEmpty()) {
            unreached(criterion, criterion.id() + " is of no route"); // which is found elsewhere
            return;
        }
        Reached reached = Reached.in(told, sides, criterion.id(), persons, deadline);
        if (!reached.isAsked() || !isWhollyReached(criterion, reached)) {
            otherwise.put(criterion.id(), withOtherSettings(criterion, persons));
        }
        if (!reached.isAsked()) {
            notAsked(criterion);
            return;
        }
        if (!reached.isEverMet()) {
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
        rules(criterion, reached);
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

    private void notAsked(Criterion criterion) {
        Optional<String> setting = settingWith(criterion.id(), Reached::isAsked);
        Place at = written.ofCriterion(criterion.id(), "asked");
        String why = setting.map(name -> criterion.id() + " is asked only with " + name)
                .orElse(criterion.id() + " is never asked");
        findings.add(
                setting.isPresent()
                        ? Finding.idleNote(at, why, "change it, if it is to be asked")
                        : Finding.idle(at, why, "take it out, or mend 'asked'"));
        unreached(criterion, why);
    }

    /** None of its rules is reached. */
    private void unreached(Criterion criterion, String why) {
        for (CriterionPart part : CriterionPart.of(criterion)) {
            unreached(criterion, part, why);
        }
    }

    private void unreached(Criterion criterion, CriterionPart part, String why) {
        List<Rule> rules = part.rules().inOrder();
        for (int i = 0; i < rules.size(); i++) {
            String which = which(criterion, rules.get(i), new Reached.Deciding(part.alternative(), i));
            branches.add(new Branches.Unreached(rules.get(i).place(), which, why));
        }
    }

    private void rules(Criterion criterion, Reached reached) {
        for (CriterionPart part : CriterionPart.of(criterion)) {
            boolean whole = !part.alternative().isEmpty()
                    && reached.rules().stream()
                            .noneMatch(rule -> rule.alternative().equals(part.alternative()));
            if (whole) {
                String why = "the alternative '" + part.alternative() + "' of " + criterion.id() + " never decides"
                        + bound(reached);
                findings.add(Finding.idle(
                        written.alternative(criterion.id(), part.alternative()),
                        why,
                        "look at 'brought' and at the alternatives before it, or take it out"));
                unreached(criterion, part, why);
                continue;
            }
            List<Rule> rules = part.rules().inOrder();
            for (int i = 0; i < rules.size(); i++) {
                Reached.Deciding deciding = new Reached.Deciding(part.alternative(), i);
                if (!reached.rules().contains(deciding)) {
                    rule(criterion, rules.get(i), deciding, reached);
                }
            }
        }
    }

    private void rule(Criterion criterion, Rule rule, Reached.Deciding deciding, Reached reached) {
        String which = which(criterion, rule, deciding);
        Optional<String> setting =
                settingWith(criterion.id(), other -> other.rules().contains(deciding));
        String why = setting.map(name -> "decides only with " + name).orElse("never decides" + bound(reached));
        findings.add(
                setting.isPresent()
                        ? Finding.idleNote(rule.place(), which + " " + why, "keep it for such a version")
                        : Finding.idle(
                                rule.place(),
                                which + " " + why,
                                "look at its condition and at the rules before it, or take it out"));
        branches.add(new Branches.Unreached(rule.place(), which, why));
    }

    private static String which(Criterion criterion, Rule rule, Reached.Deciding deciding) {
        String of = deciding.alternative().isEmpty() ? criterion.id() : criterion.id() + ", " + deciding.alternative();
        return "rule " + (deciding.index() + 1) + " of " + of + " (" + rule.state() + ")";
    }

    /** The sides that decided for nobody, after all persons of all criteria were tried. */
    private void sides() {
        for (Sides.Side side : sides.undecided()) {
            Optional<String> setting = otherwise.keySet().stream()
                    .flatMap(criterion ->
                            settingWith(criterion, other -> other.sides().hasDecided(side)).stream())
                    .findFirst();
            String which = "the side '" + side.text() + "' of " + side.operator();
            String why =
                    setting.map(name -> "decides only with " + name).orElse("never decides among the persons tried");
            findings.add(Finding.idleNote(
                    side.place(), which + " " + why, "take it out, if the other sides say what is meant"));
            branches.add(new Branches.Unreached(side.place(), which, why));
        }
    }

    /** A setting of the criterion by which something is reached that is not otherwise. */
    private Optional<String> settingWith(String criterion, Predicate<Reached> reached) {
        return otherwise.getOrDefault(criterion, Map.of()).entrySet().stream()
                .filter(other -> reached.test(other.getValue()))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private boolean isWhollyReached(Criterion criterion, Reached reached) {
        long rules = CriterionPart.of(criterion).stream()
                .mapToLong(part -> part.rules().inOrder().size())
                .sum();
        Place place = written.criterion(criterion.id());
        boolean everySide = sides.undecided().stream()
                .noneMatch(side -> side.place().file().equals(place.file())
                        && side.place().path().startsWith(place.path() + "."));
        return everySide && reached.rules().size() == rules;
    }

    /** What is reached with each other value of the criterion's flags and words, one at a time. */
    private Map<String, Reached> withOtherSettings(Criterion criterion, Map<String, Domain.Persons> persons) {
        Map<String, Reached> reached = new LinkedHashMap<>();
        criterion.settings().all().forEach((name, setting) -> {
            for (String value : otherValues(setting)) {
                String path = criterion.id() + "." + name;
                DocumentNode other = DocumentNode.read(path, "'" + value + "'");
                Sides decided = new Sides();
                reached.put(
                        path + ": " + value,
                        Reached.in(
                                whatIf.with(Map.of(path, other), decided), decided, criterion.id(), persons, deadline));
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
