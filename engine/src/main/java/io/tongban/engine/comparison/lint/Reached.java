package io.tongban.engine.comparison.lint;

import io.tongban.engine.assessment.Assessor;
import io.tongban.engine.assessment.CriterionResult;
import io.tongban.engine.comparison.person.Domain;
import io.tongban.engine.deadline.Deadline;
import io.tongban.engine.expression.Sides;
import io.tongban.engine.rule.CriterionState;
import io.tongban.engine.standard.Standard;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * What the persons of the bounded domain come to in one criterion: its states, and the rules that decided.
 *
 * @param sides of the conditions, which the standard told of what decided
 * @param persons how many were tried
 */
record Reached(Set<CriterionState> states, Set<Deciding> rules, Sides sides, int persons) {

    /**
     * A rule that decided.
     *
     * @param alternative the empty word for the criterion itself
     * @param index the first being 0
     */
    record Deciding(String alternative, int index) {

        static Deciding in(CriterionResult result) {
            return new Deciding(Objects.requireNonNullElse(result.alternative(), ""), result.rule());
        }
    }

    /** Tries the criterion on persons of every route that has it. */
    static Reached in(
            Standard standard, Sides sides, String criterion, Map<String, Domain.Persons> byRoute, Deadline deadline) {
        Set<CriterionState> states = EnumSet.noneOf(CriterionState.class);
        Set<Deciding> rules = new HashSet<>();
        Assessor assessor = new Assessor();
        byRoute.forEach((route, among) -> among.persons().parallelStream()
                .map(person -> {
                    deadline.check(criterion);
                    return assessor.assess(standard, route, person.facts(standard, route))
                            .criterion(criterion);
                })
                .flatMap(Optional::stream)
                .toList()
                .forEach(result -> {
                    states.add(result.state());
                    rules.add(Deciding.in(result));
                }));
        return new Reached(
                states,
                rules,
                sides,
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
