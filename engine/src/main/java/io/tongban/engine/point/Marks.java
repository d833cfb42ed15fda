package io.tongban.engine.point;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What persons have set on the criteria and points of a case, so far as an assessment goes by it.
 *
 * @param reviews the criteria that a person has to look at whatever their rules say, and why
 * @param unconfirmed the points that do not bind, because they were named too late and no supervisor confirmed them
 * @param dropped the points that are never asked in the chain of the case, because a supervisor dropped them
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Marks(Map<String, Mark> reviews, SortedSet<Point> unconfirmed, SortedSet<Point> dropped) {

    /** On a case on which nobody has set anything. */
    public static final Marks NONE = new Marks(Map.of(), new TreeSet<>(), new TreeSet<>());

    public Marks {
        // A mark of which there is none is not written.
        reviews = reviews == null ? Map.of() : Collections.unmodifiableMap(new TreeMap<>(reviews));
        unconfirmed = sorted(unconfirmed);
        dropped = sorted(dropped);
        reviews.forEach((criterion, mark) -> {
            if (!mark.isReviewOfACriterion()) {
                throw new IllegalArgumentException(mark + " is not set on a criterion, as on " + criterion);
            }
        });
    }

    private static SortedSet<Point> sorted(Collection<Point> points) {
        return Collections.unmodifiableSortedSet(points == null ? new TreeSet<>() : new TreeSet<>(points));
    }

    /** Whether nothing is set. */
    public boolean areNone() {
        return equals(NONE);
    }

    /** From now on a person has to look at the criterion. */
    public Marks underReview(String criterion, Mark why) {
        Map<String, Mark> all = new TreeMap<>(reviews);
        all.put(criterion, why);
        return new Marks(all, unconfirmed, dropped);
    }

    /** From now on the point does not bind. */
    public Marks unconfirmed(Point point) {
        return new Marks(reviews, with(unconfirmed, point), dropped);
    }

    /** From now on the point binds, as one does that was never in question. */
    public Marks binding(Point point) {
        return new Marks(reviews, without(unconfirmed, point), dropped);
    }

    /** From now on the point is never asked. */
    public Marks dropped(Point point) {
        return new Marks(reviews, without(unconfirmed, point), with(dropped, point));
    }

    /** The same but for points that do not bind: what a look finds before they count as what a person decides. */
    public Marks allBinding() {
        return new Marks(reviews, new TreeSet<>(), dropped);
    }

    public boolean isUnconfirmed(Point point) {
        return unconfirmed.stream().anyMatch(point::isSameAs);
    }

    public boolean isDropped(Point point) {
        return dropped.stream().anyMatch(point::isSameAs);
    }

    private static SortedSet<Point> with(SortedSet<Point> points, Point point) {
        SortedSet<Point> more = new TreeSet<>(points);
        more.add(point);
        return more;
    }

    private static SortedSet<Point> without(SortedSet<Point> points, Point point) {
        SortedSet<Point> fewer = new TreeSet<>(points);
        fewer.removeIf(point::isSameAs);
        return fewer;
    }
}
