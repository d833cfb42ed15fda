package io.tongban.engine.assessment;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** All routes of a standard for one person, the one that is soonest open to the person first. */
public record RankedRoutes(List<RankedRoute> routes) {

    /** By ready date, an unknown one last; then by papers to bring; then by outcome; of equals as the standard has them. */
    private static final Comparator<Assessment> ORDER = Comparator.comparing(
                    Assessment::readyOn, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparingInt(assessment -> assessment.missing().size())
            .thenComparing(Assessment::outcome);

    public RankedRoutes {
        routes = List.copyOf(routes);
    }

    /** Ranks the assessments, given in the order that the standard has its routes. */
    public static RankedRoutes of(List<Assessment> assessments) {
        List<Assessment> sorted = assessments.stream().sorted(ORDER).toList();
        return new RankedRoutes(IntStream.range(0, sorted.size())
                .mapToObj(i -> new RankedRoute(i + 1, sorted.get(i).missing().size(), sorted.get(i)))
                .toList());
    }

    public RankedRoute first() {
        return routes.getFirst();
    }

    /**
     * A route and what it comes to.
     *
     * @param rank 1 for the first
     * @param papersToBring how many papers the notice names
     */
    public record RankedRoute(int rank, int papersToBring, Assessment assessment) {}
}
