package io.tongban.insurance.record;

import java.util.Comparator;

/** What is known about one kind in one area that was asked. */
public record Coverage(Area area, Kind kind, CoverageState state) {

    /** By area, then by kind. */
    public static final Comparator<Coverage> ORDER =
            Comparator.comparing(Coverage::area).thenComparing(Coverage::kind);
}
