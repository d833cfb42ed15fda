package io.tongban.insurance.source;

import io.tongban.insurance.record.Area;
import io.tongban.insurance.record.Identity;
import io.tongban.insurance.record.Kind;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What is asked about a person: the kinds in the areas, from one month until another, both included. */
public record Question(Identity identity, Set<Area> areas, Set<Kind> kinds, YearMonth from, YearMonth until) {

    public Question {
        areas = Set.copyOf(areas);
        kinds = Set.copyOf(kinds);
        if (areas.isEmpty() || kinds.isEmpty() || from.isAfter(until)) {
            throw new IllegalArgumentException("a question names areas, kinds and a span of months");
        }
    }

    /** Whether the calendar year is one of those that are asked for. */
    public boolean asksForYear(int year) {
        return year >= from.getYear() && year <= until.getYear();
    }

    /** The bureaux answer by calendar year and kind, newest year first: what matters most is read first. */
    public List<YearOfKind> yearsOfKinds() {
        List<YearOfKind> years = new ArrayList<>();
        for (int year = until.getYear(); year >= from.getYear(); year--) {
            for (Kind kind : kinds.stream().sorted().toList()) {
                years.add(new YearOfKind(kind, year));
            }
        }
        return years;
    }
}
