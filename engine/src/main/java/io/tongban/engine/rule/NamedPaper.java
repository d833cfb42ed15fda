package io.tongban.engine.rule;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.tongban.form.UnitCode;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * A paper as a notice names it: what is missing, or will lapse.
 *
 * <p>It has one textual form, {@code kind} or {@code kind:UNIT}, in standards, suites, assessments and stored JSON alike; no other
 * type writes or reads that form. The unit may hold a colon, the kind cannot.
 *
 * @param kind a kind of paper, or a collective word of the standard
 * @param unit the code of the unit whose paper is meant; null where no one unit's is
 */
public record NamedPaper(String kind, @Nullable String unit) implements Comparable<NamedPaper> {

    private static final char BEFORE_UNIT = ':';

    /** As the textual forms are sorted. */
    private static final Comparator<NamedPaper> ORDER = Comparator.comparing(NamedPaper::toString);

    public NamedPaper {
        if (!isKind(kind)) {
            throw new IllegalArgumentException("'" + BEFORE_UNIT + "' stands before a unit, not in a kind of paper");
        }
    }

    /** A paper of whichever unit. */
    public NamedPaper(String kind) {
        this(kind, null);
    }

    /** Whether it can name a kind of paper. */
    public static boolean isKind(String word) {
        return word.indexOf(BEFORE_UNIT) < 0;
    }

    /** The paper that the textual form names. */
    @JsonCreator
    public static NamedPaper of(String text) {
        int colon = text.indexOf(BEFORE_UNIT);
        return colon < 0
                ? new NamedPaper(text, null)
                : new NamedPaper(text.substring(0, colon), text.substring(colon + 1));
    }

    /** Whether both are one paper: of one kind, and of one unit or of none, however the code of the unit is written. */
    public boolean isSameAs(NamedPaper other) {
        if (!kind.equals(other.kind) || unit == null || other.unit == null) {
            return equals(other);
        }
        return unit.equals(other.unit) || new UnitCode(unit).isSameUnit(new UnitCode(other.unit));
    }

    @Override
    public int compareTo(NamedPaper other) {
        return ORDER.compare(this, other);
    }

    /** The textual form. */
    @JsonValue
    @Override
    public String toString() {
        return unit == null ? kind : kind + BEFORE_UNIT + unit;
    }
}
