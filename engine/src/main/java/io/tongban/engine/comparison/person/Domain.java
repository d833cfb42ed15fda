package io.tongban.engine.comparison.person;

import io.tongban.engine.deadline.Deadline;
import io.tongban.engine.standard.Criterion;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The persons of one route at the borders of one or two versions of a standard.
 *
 * <p>It begins with a person who meets as much as one can, and goes on to those who differ from that one in one point, in two, and
 * so on: the first of them that shows something shows it in the simplest way.
 */
public final class Domain {

    private final Space space;
    private final int[] best;

    private Domain(Space space, int[] best) {
        this.space = space;
        this.best = best;
    }

    /** The domain of a route; versions that have no such route are left aside. */
    public static Domain of(List<Version> versions, String route, Deadline deadline) {
        List<Version> having = versions.stream()
                .filter(version -> version.standard().route(route).isPresent())
                .toList();
        Space space =
                new Space(new Borders(having.stream().map(Version::standard).toList(), route));
        return new Domain(space, new BestPerson(space, having, route, deadline).choices());
    }

    /**
     * The domain of a route with persons whose dates have, some months later, no corresponding day, or whose application is on
     * the days around it.
     */
    public static Domain atMonthEnds(Version version, String route, Deadline deadline) {
        Space space = new Space(new Borders(List.of(version.standard()), route)).atMonthEnds();
        return new Domain(space, new BestPerson(space, List.of(version), route, deadline).choices());
    }

    /**
     * How far some persons reach.
     *
     * @param dimensions what they differ in
     * @param completeTo all that differ from where they begin in at most so many of these are among them
     * @param drawn how many were drawn by chance beside those
     */
    public record Extent(List<String> dimensions, int completeTo, int drawn, int persons) {

        public Extent {
            dimensions = List.copyOf(dimensions);
        }

        /** Which persons they are. */
        public String words() {
            String complete = completeTo == dimensions.size()
                    ? "all that there are"
                    : "all that differ from where the search begins in at most " + completeTo + " of these "
                            + dimensions.size() + (drawn == 0 ? "" : ", and others drawn by chance");
            return complete + ": " + String.join(", ", dimensions);
        }
    }

    /** Persons, the simplest first, and how far they reach. */
    public record Persons(List<Person> persons, Extent extent) {

        public Persons {
            persons = List.copyOf(persons);
        }
    }

    /** Who meets as much as one can. */
    public Person best() {
        return space.person(best);
    }

    /** Those who differ in what a criterion looks at; each way to meet it is begun with in its turn. */
    public Persons around(String criterion, int most) {
        return persons(beginnings(criterion), space.dimensionsOf(criterion), most);
    }

    /** Those who differ in anything. */
    public Persons aroundAll(int most) {
        return persons(List.of(Beginning.of(best, space.all())), space.all(), most);
    }

    /** A person to begin with, and what is varied. */
    private record Beginning(List<Integer> choices, List<Integer> varied) {

        static Beginning of(int[] choices, List<Integer> varied) {
            return new Beginning(Arrays.stream(choices).boxed().toList(), varied);
        }

        int[] array() {
            return choices.stream().mapToInt(Integer::intValue).toArray();
        }
    }

    private Persons persons(List<Beginning> beginnings, List<Integer> varied, int most) {
        Set<Person> persons = new LinkedHashSet<>();
        int completeTo = varied.size();
        int drawn = 0;
        int share = share(beginnings, most);
        for (Beginning beginning : beginnings) {
            Variations variations = Variations.of(beginning.array(), beginning.varied(), space.sizes(), share);
            variations.choices().forEach(choices -> persons.add(space.person(choices)));
            completeTo = Math.min(completeTo, variations.completeTo());
            drawn += variations.drawn();
        }
        List<String> names = varied.stream()
                .map(space::dimension)
                .filter(dimension -> dimension.choices().size() > 1)
                .map(Dimension::name)
                .toList();
        return new Persons(
                List.copyOf(persons), new Extent(names, Math.min(completeTo, names.size()), drawn, persons.size()));
    }

    /** So many for each, where those that have no more than an even share leave the rest of it to the others. */
    private int share(List<Beginning> beginnings, int most) {
        int even = most / beginnings.size();
        List<Long> small = beginnings.stream()
                .map(beginning -> Variations.all(beginning.varied(), space.sizes(), most))
                .filter(all -> all <= even)
                .toList();
        long used = small.stream().mapToLong(Long::longValue).sum();
        return small.size() == beginnings.size() ? even : (int) ((most - used) / (beginnings.size() - small.size()));
    }

    /**
     * The best person, for each part of the criterion that asks for papers the best person with just its papers, and for
     * contributions the best person with what only several things at once bring about.
     */
    private List<Beginning> beginnings(String criterion) {
        List<Beginning> beginnings = new ArrayList<>(List.of(Beginning.of(best, space.dimensionsOf(criterion))));
        for (Criterion version : space.criteria(criterion)) {
            for (CriterionPart part : CriterionPart.of(version)) {
                Beginning with =
                        Beginning.of(space.withPapersOf(best, criterion, part), space.dimensionsOf(criterion, part));
                if (!part.papers().isEmpty() && !beginnings.contains(with)) {
                    beginnings.add(with);
                }
            }
        }
        if (criterion.equals(Criterion.CONTRIBUTIONS)) {
            space.together()
                    .forEach(together -> beginnings.add(
                            Beginning.of(space.with(best, together.values()), space.named(together.tried()))));
        }
        return beginnings;
    }
}
