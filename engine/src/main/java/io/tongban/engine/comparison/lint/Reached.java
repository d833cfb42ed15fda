package io.tongban.engine.comparison.lint;

import io.tongban.engine.assessment.Assessor;
import io.tongban.engine.comparison.person.Domain;
import io.tongban.engine.rule.CriterionState;
import io.tongban.engine.standard.Standard;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the persons of the bounded domain come to in one criterion: its states, and the rules that decided.
 *
 * @param persons how many were tried
 */
record Reached(Set<CriterionState> states, Set<RuleMarks.Mark> rules, int persons) {

    /** Tries the criterion on persons of every route that has it, under a standard whose rules are marked. */
    static Reached in(Standard marked, String criterion, Map<String, Domain.Persons> byRoute) {
        Set<CriterionState> states = EnumSet.noneOf(CriterionState.class);
        Set<RuleMarks.Mark> rules = new HashSet<>();
        Assessor assessor = new Assessor();
        byRoute.forEach((route, among) -> among.persons().parallelStream()
                .map(person -> assessor.assess(marked, route, person.facts(marked, route))
                        .criterion(criterion))
                .flatMap(Optional::stream)
                .toList()
                .forEach(result -> {
                    states.add(result.state());
                    rules.add(RuleMarks.Mark.of(result.figures().getOrDefault(RuleMarks.FIGURE, "")));
                }));
        return new Reached(
                states,
                rules,
                byRoute.values().stream()
                        .mapToInt(among -> among.persons().size())
                        .sum());
    }

    boolean isAsked() {
        return !states.isEmpty();
    }

    boolean isEverMet() {
        return states.contains(CriterionState.MET) || states.contains(CriterionState.WAIVED);
    }

    boolean isAlwaysMet() {
        return EnumSet.of(CriterionState.MET, CriterionState.WAIVED).containsAll(states);
    }
}
