package io.tongban.insurance.evidence;

import io.tongban.insurance.record.Area;
import io.tongban.insurance.record.Identity;
import io.tongban.insurance.record.Kind;
import java.time.YearMonth;
import java.util.Set;

/** Who is asked about, what, by whom and what for. */
public record AskedQuery(Identity identity, Set<Area> areas, Set<Kind> kinds, YearMonth from, Reason reason) {

    public AskedQuery {
        areas = Set.copyOf(areas);
        kinds = Set.copyOf(kinds);
    }
}
