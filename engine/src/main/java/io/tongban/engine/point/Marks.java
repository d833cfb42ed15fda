package io.tongban.engine.point;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What persons have set on the criteria and points of a case, so far as an assessment goes by it. A point is meant with all that it
 * {@linkplain OpenPoint#covers covers}: a later look may find it under the name of a single unit, or in a better state.
 *
 * @param reviews the criteria that a person has to look at whatever their rules say, and why
 * @param unconfirmed the points that do not bind, because they were named too late and no supervisor confirmed them
 * @param dropped the points that are never asked in the chain of the case, because a supervisor dropped them
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Marks(Map<String, Mark> reviews, List<OpenPoint> unconfirmed, List<OpenPoint> dropped) {

    /** On a case on which nobody has set anything. */
    public static final Marks NONE = new Marks(Map.of(), List.of(), List.of());

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

    private static List<OpenPoint> sorted(Collection<OpenPoint> points) {
        return points == null
                ? List.of()
                : points.stream()
                        .map(OpenPoint::notBinding)
                        .distinct()
                        .sorted(OpenPoint.ORDER)
                        .toList();
    }

    /** Whether nothing is set. */
    public boolean areNone() {
        return equals(NONE);
    }

    /** From now on a person has to look at the criterion. */
    public Marks underReview(String criterion, Mark why) {
        SortedMap<String, Mark> all = new TreeMap<>(reviews);
        all.put(criterion, why);
        return new Marks(all, unconfirmed, dropped);
    }

    /** From now on the point does not bind. */
    public Marks unconfirmed(OpenPoint point) {
        return new Marks(reviews, with(unconfirmed, point), dropped);
    }

    /** From now on the point binds, as one does that was never in question. */
    public Marks binding(OpenPoint point) {
        return new Marks(reviews, without(unconfirmed, point), dropped);
    }

    /** From now on the point is never asked. */
    public Marks dropped(OpenPoint point) {
        return new Marks(reviews, without(unconfirmed, point), with(dropped, point));
    }

    /** The same but for points that do not bind: what a look finds before they count as what a person decides. */
    public Marks allBinding() {
        return new Marks(reviews, List.of(), dropped);
    }

    public boolean isUnconfirmed(OpenPoint point) {
        return isCovered(unconfirmed, point);
    }

    public boolean isDropped(OpenPoint point) {
        return isCovered(dropped, point);
    }

    private static boolean isCovered(List<OpenPoint> points, OpenPoint point) {
        return points.stream().anyMatch(marked -> marked.covers(point));
    }

    private static List<OpenPoint> with(List<OpenPoint> points, OpenPoint point) {
        List<OpenPoint> more = new ArrayList<>(points);
        more.add(point);
        return more;
    }

    /** A word that stands for the point still stands for the others. */
    private static List<OpenPoint> without(List<OpenPoint> points, OpenPoint point) {
        return points.stream()
                .filter(marked -> !point.names(marked.point()))
                .map(marked -> marked.without(point.point()))
                .toList();
    }
}
