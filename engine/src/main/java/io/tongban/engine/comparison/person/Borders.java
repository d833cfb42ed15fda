package io.tongban.engine.comparison.person;

import io.tongban.engine.standard.Criterion;
import io.tongban.engine.standard.DatedArea;
import io.tongban.engine.standard.SettingType;
import io.tongban.engine.standard.Settings;
import io.tongban.engine.standard.Standard;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Where, in one or several versions of a route, something may begin to be decided otherwise. */
final class Borders {

    private static final int YEARS_WITHOUT_END = 2;
    private static final long LARGEST_FIGURE = 999_999;

    private final List<Standard> versions;
    private final List<Criterion> criteria;

    Borders(List<Standard> versions, String route) {
        this.versions = versions;
        this.criteria = versions.stream()
                .flatMap(version -> version.route(route).stream())
                .flatMap(ofVersion -> ofVersion.criteria().stream())
                .toList();
    }

    List<Standard> versions() {
        return versions;
    }

    /** The criteria of the route in all versions; one that several have is there for each. */
    List<Criterion> criteria() {
        return criteria;
    }

    /** Every paper that some criterion of some version asks for. */
    List<PaperAsked> papers() {
        return criteria.stream()
                .flatMap(criterion -> CriterionPart.of(criterion).stream())
                .flatMap(part -> part.papers().stream())
                .toList();
    }

    /** The papers of one kind. */
    List<PaperAsked> papers(String kind) {
        return papers().stream().filter(paper -> paper.kind().equals(kind)).toList();
    }

    boolean areRead(String facts) {
        return criteria.stream().anyMatch(criterion -> criterion.reads().mention(facts));
    }

    /** The figures of all criteria that read these facts, smallest first. */
    Set<Integer> figuresOf(String facts) {
        Set<Integer> figures = new TreeSet<>();
        criteria.stream()
                .filter(criterion -> criterion.reads().mention(facts))
                .forEach(criterion -> figures.addAll(figuresOf(criterion)));
        return figures;
    }

    /** The figures at which something may change: the settings that are numbers, and those that expressions compare. */
    static Set<Integer> figuresOf(Criterion criterion) {
        Set<Integer> figures = new TreeSet<>();
        Settings settings = criterion.settings();
        settings.names().stream()
                .filter(name -> settings.has(name, SettingType.NUMBER))
                .forEach(name -> figures.add(settings.number(name)));
        criterion.reads().numbers().stream()
                .filter(number -> number >= 0 && number <= LARGEST_FIGURE)
                .forEach(number -> figures.add(number.intValue()));
        return figures;
    }

    /** The values of a setting of the criterion {@code contributions}, smallest first. */
    Set<Integer> contributions(String setting) {
        Set<Integer> values = new TreeSet<>();
        counting()
                .filter(settings -> settings.has(setting, SettingType.NUMBER))
                .forEach(settings -> values.add(settings.number(setting)));
        return values;
    }

    /** The kinds of insurance that count in each version. */
    List<List<String>> kinds() {
        return counting().map(settings -> settings.words("kinds")).toList();
    }

    /** Whether a version needs each of the kinds of insurance that it counts. */
    boolean needEachKind() {
        return counting()
                .filter(settings -> settings.has(Settings.Counting.KINDS_NEEDED.id(), SettingType.WORD))
                .anyMatch(settings ->
                        settings.word(Settings.Counting.KINDS_NEEDED.id()).equals(Settings.Counting.EACH));
    }

    /** The areas that count in each version. */
    List<List<DatedArea>> areas() {
        return counting().map(settings -> settings.areas("areas")).toList();
    }

    private Stream<Settings> counting() {
        return criteria.stream()
                .filter(criterion -> criterion.id().equals(Criterion.CONTRIBUTIONS))
                .map(Criterion::settings);
    }

    /** The first and last days of all versions and a day well inside each; one without an end is looked at for two years. */
    Set<LocalDate> days() {
        Set<LocalDate> days = new LinkedHashSet<>();
        for (Standard version : versions) {
            days.add(middle(version));
        }
        for (Standard version : versions) {
            days.add(version.inForceFrom());
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
        versions.forEach(version -> ends.addAll(List.of(version.inForceFrom(), lastDay(version))));
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

    private static LocalDate middle(Standard version) {
        long half = (lastDay(version).toEpochDay() - version.inForceFrom().toEpochDay()) / 2;
        return version.inForceFrom().plusDays(half).withDayOfMonth(20);
    }

    private static LocalDate lastDay(Standard version) {
        LocalDate until = version.inForceUntil();
        return until == null ? version.inForceFrom().plusYears(YEARS_WITHOUT_END) : until;
    }
}
