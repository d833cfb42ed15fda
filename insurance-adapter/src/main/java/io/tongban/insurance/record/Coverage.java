package io.tongban.insurance.record;

import java.time.YearMonth;
import java.util.Comparator;

/** What is known about one kind in one area from one month to another, both included. */
public record Coverage(Area area, Kind kind, YearMonth first, YearMonth last, CoverageState state) {

    /** By area, kind and first month. */
    public static final Comparator<Coverage> ORDER =
            Comparator.comparing(Coverage::area).thenComparing(Coverage::kind).thenComparing(Coverage::first);

    public Coverage {
        if (last.isBefore(first)) {
            throw new IllegalArgumentException("a span ends where it begins or later");
        }
    }
}
