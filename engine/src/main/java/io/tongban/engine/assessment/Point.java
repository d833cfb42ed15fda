package io.tongban.engine.assessment;

import io.tongban.engine.rule.NamedPaper;
import org.jspecify.annotations.Nullable;

/**
 * What a notice asks the applicant for: a criterion that is not met, or one paper that it misses.
 *
 * <p>Its one textual form is {@code criterion}, {@code criterion:kind} or {@code criterion:kind:UNIT}.
 *
 * @param paper null for the criterion itself
 */
public record Point(String criterion, @Nullable NamedPaper paper) {

    private static final char BEFORE_PAPER = ':';

    public Point {
        if (criterion.indexOf(BEFORE_PAPER) >= 0) {
            throw new IllegalArgumentException("'" + BEFORE_PAPER + "' stands before a paper, not in a criterion");
        }
    }

    /** The point that the textual form names. */
    public static Point of(String text) {
        int colon = text.indexOf(BEFORE_PAPER);
        return colon < 0
                ? new Point(text, null)
                : new Point(text.substring(0, colon), NamedPaper.of(text.substring(colon + 1)));
    }

    /** The textual form. */
    @Override
    public String toString() {
        return paper == null ? criterion : criterion + BEFORE_PAPER + paper;
    }
}
