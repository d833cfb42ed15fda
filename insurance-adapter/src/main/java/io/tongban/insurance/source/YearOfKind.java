package io.tongban.insurance.source;

import io.tongban.insurance.record.Kind;
import java.util.Comparator;

/** The unit in which a bureau answers: one kind in one calendar year. */
public record YearOfKind(Kind kind, int year) implements Comparable<YearOfKind> {

    private static final Comparator<YearOfKind> ORDER =
            Comparator.comparing(YearOfKind::kind).thenComparingInt(YearOfKind::year);

    @Override
    public int compareTo(YearOfKind other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return kind.code() + " of " + year;
    }
}
