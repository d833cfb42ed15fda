package io.tongban.engine.comparison.person;

import io.tongban.engine.assessment.Assessment;
import io.tongban.engine.assessment.Assessor;
import io.tongban.engine.deadline.Deadline;
import io.tongban.engine.rule.CriterionState;
import io.tongban.engine.standard.Criterion;
import java.util.ArrayList;
import java.util.List;

/** The person who meets as much of a route as one can under all versions together: where a search begins. */
final class BestPerson {

    private static final int TRIED_FOR_ONE_CRITERION = 600;

    private final Space space;
    private final List<Version> versions;
    private final String route;
    private final Deadline deadline;
    private final Assessor assessor = new Assessor();

    BestPerson(Space space, List<Version> versions, String route, Deadline deadline) {
        this.space = space;
        this.versions = versions;
        this.route = route;
        this.deadline = deadline;
    }

    /** Goes through the criteria and changes as little as meets each of them, in all versions if that can be. */
    int[] choices() {
        int[] current = new int[space.sizes().length];
        for (String criterion : space.criteria()) {
            current = bettered(current, criterion);
        }
        return current;
    }

    private int[] bettered(int[] from, String criterion) {
        int[] best = from;
        int leastOpen = open(from);
        if (isMet(criterion, from)) {
            return from;
        }
        for (int[] beginning : beginnings(from, criterion)) {
            List<int[]> near = Variations.of(
                            beginning, space.dimensionsOf(criterion), space.sizes(), TRIED_FOR_ONE_CRITERION)
                    .choices();
            for (int[] candidate : near) {
                int open = open(candidate);
                if (open < leastOpen) {
                    leastOpen = open;
                    best = candidate;
                    if (isMet(criterion, best)) {
                        return best;
                    }
                }
            }
        }
        return best;
    }

    private List<int[]> beginnings(int[] from, String criterion) {
        List<int[]> beginnings = new ArrayList<>();
        for (Criterion version : space.criteria(criterion)) {
            CriterionPart.of(version).stream()
                    .filter(part -> !part.papers().isEmpty())
                    .map(part -> space.withPapersOf(from, criterion, part))
                    .forEach(beginnings::add);
        }
        beginnings.add(from);
        return beginnings;
    }

    /** How many criteria of all versions are not met. */
    private int open(int[] choices) {
        deadline.check(route);
        Person person = space.person(choices);
        return (int) versions.stream()
                .map(version -> assessed(version, person))
                .flatMap(assessment -> assessment.criteria().stream())
                .filter(result -> !isMet(result.state()))
                .count();
    }

    private boolean isMet(String criterion, int[] choices) {
        Person person = space.person(choices);
        return versions.stream()
                .map(version -> assessed(version, person))
                .flatMap(assessment -> assessment.criterion(criterion).stream())
                .allMatch(result -> isMet(result.state()));
    }

    private Assessment assessed(Version version, Person person) {
        return assessor.assess(version.standard(), route, person.facts(version.standard(), route));
    }

    private static boolean isMet(CriterionState state) {
        return state == CriterionState.MET || state == CriterionState.WAIVED;
    }
}
