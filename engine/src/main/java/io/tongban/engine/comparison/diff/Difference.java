package io.tongban.engine.comparison.diff;

import io.tongban.engine.basis.Origin;
import io.tongban.engine.comparison.person.Version;
import io.tongban.engine.deadline.Deadline;
import io.tongban.engine.deadline.DeadlinePassed;
import io.tongban.engine.standard.Criterion;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Everything in which two versions differ, and for whom.
 *
 * @param changes what is written differently
 * @param witnesses for each route that a changed criterion belongs to, one for that criterion and one for the whole
 */
public record Difference(Version before, Version after, List<Change> changes, List<Witness> witnesses) {

    public Difference {
        changes = List.copyOf(changes);
        witnesses = List.copyOf(witnesses);
    }

    /**
     * The difference of two versions.
     *
     * @param most so many persons are tried for one criterion
     * @throws DeadlinePassed if it is not found in time
     */
    public static Difference between(Version before, Version after, int most, Deadline deadline) {
        List<Change> changes = new ArrayList<>(layers(before, after));
        changes.addAll(WrittenChanges.between(before.document(), after.document()));
        List<Witness> witnesses = new ArrayList<>();
        Set<String> routes = new LinkedHashSet<>();
        Stream.of(before, after)
                .flatMap(version -> version.standard().routes().stream())
                .forEach(route -> routes.add(route.id()));
        for (String route : routes) {
            Set<String> changed = changedIn(route, before, after, changes);
            if (!changed.isEmpty()) {
                WitnessSearch search = new WitnessSearch(before, after, route, most, deadline);
                boolean isOfBoth = before.standard().route(route).isPresent()
                        && after.standard().route(route).isPresent();
                if (isOfBoth) {
                    changed.forEach(criterion -> witnesses.add(search.of(criterion)));
                }
                witnesses.add(search.ofTheWhole());
            }
        }
        return new Difference(before, after, changes, witnesses);
    }

    public boolean isNone() {
        return changes.isEmpty();
    }

    /** The layers below, which say nothing of themselves in what is laid together. */
    private static List<Change> layers(Version before, Version after) {
        String old = below(before);
        String now = below(after);
        return old.equals(now) ? List.of() : List.of(new Change(List.of("on"), old, now));
    }

    private static String below(Version version) {
        return version.standard().layers().stream()
                .skip(1)
                .map(Origin::toString)
                .collect(Collectors.joining(", "));
    }

    /** The criteria of the route that are decided differently or that only one version asks there. */
    private static Set<String> changedIn(String route, Version before, Version after, List<Change> changes) {
        List<String> old = criteria(before, route);
        List<String> now = criteria(after, route);
        Set<String> all = new LinkedHashSet<>(old);
        all.addAll(now);
        Set<String> changed = new LinkedHashSet<>();
        for (String criterion : all) {
            boolean decidedDifferently = changes.stream()
                    .anyMatch(change ->
                            change.isOfCriterion() && change.criterion().equals(criterion) && !change.isOfWordsOnly());
            if (decidedDifferently || old.contains(criterion) != now.contains(criterion)) {
                changed.add(criterion);
            }
        }
        return changed;
    }

    /** The criteria of a route; none where the version has no such route. */
    private static List<String> criteria(Version version, String route) {
        return version.standard().route(route).stream()
                .flatMap(found -> found.criteria().stream())
                .map(Criterion::id)
                .toList();
    }
}
