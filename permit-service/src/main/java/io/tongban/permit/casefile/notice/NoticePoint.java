package io.tongban.permit.casefile.notice;

import io.tongban.engine.point.Point;
import io.tongban.engine.rule.NamedPaper;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A point of a notice as it is stored: where someone works is not in the clear.
 *
 * <p>Its one textual form is {@code criterion}, {@code criterion:kind} or {@code criterion:kind#INDEX}.
 *
 * @param paper the kind of paper; null for the criterion itself
 * @param unitIndex the keyed index of the unit whose paper is meant; null where no one unit's is
 */
public record NoticePoint(
        String criterion, @Nullable String paper, @Nullable String unitIndex) {

    private static final char BEFORE_INDEX = '#';

    /** The point, of whose unit only the keyed index is kept. */
    static NoticePoint of(Point point, UnaryOperator<String> index) {
        NamedPaper paper = point.paper();
        if (paper == null) {
            return new NoticePoint(point.criterion(), null, null);
        }
        String unit = paper.unit();
        return new NoticePoint(point.criterion(), paper.kind(), unit == null ? null : index.apply(unit));
    }

    /** The point that a stored textual form names; notices once stored the unit itself, as {@code criterion:kind:UNIT}. */
    static NoticePoint of(String stored, UnaryOperator<String> index) {
        NoticePoint point = of(Point.of(stored), index);
        String paper = point.paper;
        int hash = paper == null ? -1 : paper.indexOf(BEFORE_INDEX);
        return paper == null || hash < 0
                ? point
                : new NoticePoint(point.criterion, paper.substring(0, hash), paper.substring(hash + 1));
    }

    /** The textual form. */
    @Override
    public String toString() {
        Point named = new Point(criterion, paper == null ? null : new NamedPaper(paper));
        return unitIndex == null ? named.toString() : named.toString() + BEFORE_INDEX + unitIndex;
    }
}
