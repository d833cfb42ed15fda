package io.tongban.engine.comparison.person;

import io.tongban.engine.document.DocumentNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/** Where, in one or several versions of a route, something may begin to be decided otherwise. */
final class Borders {

    static final String CONTRIBUTIONS = "contributions";

    private static final int YEARS_WITHOUT_END = 2;

    private final List<StandardText> versions;
    private final List<CriterionText> criteria;

    Borders(List<StandardText> versions, String route) {
        this.versions = versions;
        this.criteria = versions.stream()
                .flatMap(version -> version.criteriaOf(route).stream())
                .toList();
    }

    List<StandardText> versions() {
        return versions;
    }

    /** The criteria of the route in all versions; one that several have is there for each. */
    List<CriterionText> criteria() {
        return criteria;
    }

    boolean areRead(String facts) {
        return criteria.stream().anyMatch(criterion -> criterion.reads(facts));
    }

    /** The figures of all criteria that read these facts, smallest first. */
    Set<Integer> figuresOf(String facts) {
        Set<Integer> figures = new TreeSet<>();
        criteria.stream()
                .filter(criterion -> criterion.reads(facts))
                .forEach(criterion -> figures.addAll(criterion.figures()));
        return figures;
    }

    /** The values of a setting of the criterion {@code contributions}, smallest first. */
    Set<Integer> contributions(String setting) {
        Set<Integer> values = new TreeSet<>();
        counting().forEach(criterion -> criterion.number(setting).ifPresent(values::add));
        return values;
    }

    /** What a setting of the criterion {@code contributions} that is a list holds in each version. */
    List<List<DocumentNode>> contributionLists(String setting) {
        return counting().stream()
                .map(criterion -> criterion.settings().get(setting))
                .filter(Objects::nonNull)
                .map(DocumentNode::items)
                .toList();
    }

    private List<CriterionText> counting() {
        return criteria.stream()
                .filter(criterion -> criterion.id().equals(CONTRIBUTIONS))
                .toList();
    }

    /** The first and last days of all versions and a day well inside each; one without an end is looked at for two years. */
    Set<LocalDate> days() {
        Set<LocalDate> days = new LinkedHashSet<>();
        for (StandardText version : versions) {
            days.add(middle(version));
        }
        for (StandardText version : versions) {
            days.add(version.from());
            days.add(lastDay(version));
        }
        return days;
    }

    /** An ordinary day in the middle of the first version's period. */
    LocalDate ordinaryDay() {
        return middle(versions.getFirst());
    }

    /** Days that calendars trip over, inside the periods: the ends of months of unequal length, and leap days. */
    Set<LocalDate> oddDays() {
        Set<LocalDate> odd = new LinkedHashSet<>();
        List<LocalDate> ends = new ArrayList<>();
        versions.forEach(version -> ends.addAll(List.of(version.from(), lastDay(version))));
        int first = ends.stream().mapToInt(LocalDate::getYear).min().orElseThrow();
        int last = ends.stream().mapToInt(LocalDate::getYear).max().orElseThrow();
        int leapYear = Math.ceilDiv(first, 4) * 4;
        int middle = (first + last) / 2;
        odd.add(LocalDate.of(leapYear, 2, 28).plusDays(1));
        odd.add(LocalDate.of(middle, 1, 31));
        odd.add(LocalDate.of(middle, 3, 1));
        odd.add(LocalDate.of(middle, 8, 31));
        return odd;
    }

    private static LocalDate middle(StandardText version) {
        long half = (lastDay(version).toEpochDay() - version.from().toEpochDay()) / 2;
        return version.from().plusDays(half).withDayOfMonth(20);
    }

    private static LocalDate lastDay(StandardText version) {
        LocalDate until = version.until();
        return until == null ? version.from().plusYears(YEARS_WITHOUT_END) : until;
    }
}
