package io.tongban.engine.point;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.tongban.engine.rule.NamedPaper;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * What a notice asks the applicant for: a criterion that is not met, or one paper that it misses.
 *
 * <p>Its one textual form is {@code criterion}, {@code criterion:kind} or {@code criterion:kind:UNIT}.
 *
 * @param paper null for the criterion itself
 */
public record Point(String criterion, @Nullable NamedPaper paper) implements Comparable<Point> {

    private static final char BEFORE_PAPER = ':';

    /** As the textual forms are sorted. */
    private static final Comparator<Point> ORDER = Comparator.comparing(Point::toString);

    public Point {
        if (criterion.indexOf(BEFORE_PAPER) >= 0) {
            throw new IllegalArgumentException("'" + BEFORE_PAPER + "' stands before a paper, not in a criterion");
        }
    }

    /** The criterion itself. */
    public Point(String criterion) {
        this(criterion, null);
    }

    /** The point that the textual form names. */
    @JsonCreator
    public static Point of(String text) {
        int colon = text.indexOf(BEFORE_PAPER);
        return colon < 0
                ? new Point(text)
                : new Point(text.substring(0, colon), NamedPaper.of(text.substring(colon + 1)));
    }

    /** Whether both are one point: of one criterion, and of one paper however the code of its unit is written. */
    public boolean isSameAs(Point other) {
        if (paper == null || other.paper == null) {
            return equals(other);
        }
        return criterion.equals(other.criterion) && paper.isSameAs(other.paper);
    }

    @Override
    public int compareTo(Point other) {
        return ORDER.compare(this, other);
    }

    /** The textual form. */
    @JsonValue
    @Override
    public String toString() {
        return paper == null ? criterion : criterion + BEFORE_PAPER + paper;
    }
}
