package io.tongban.insurance.query;

import io.tongban.insurance.record.Area;
import io.tongban.insurance.record.CleanRow;
import io.tongban.insurance.record.ContributionRow;
import io.tongban.insurance.record.Coverage;
import io.tongban.insurance.record.CoverageState;
import io.tongban.insurance.record.Kind;
import io.tongban.insurance.source.Question;
import io.tongban.insurance.source.SourceReading;
import io.tongban.insurance.source.YearOfKind;
import java.time.Month;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What is known, year by year, about every area and kind that was asked or of which a row came; where no source spoke, silence.
 *
 * <p>A year of a kind in an area depends on the answer that was asked for this year, and on each other answer that carried a row of
 * this year. One silent answer among them makes the year silent: the part that was not read might have been about the year. A row
 * makes no year silent where the answer that was asked for the year came whole and has the same row.
 */
final class SourceCoverage {

    private final Question question;
    private final Map<AreaAndKind, SortedMap<Integer, Set<CoverageState>>> said = new TreeMap<>();
    private final Set<ContributionRow> readWhereAsked = new HashSet<>();

    private SourceCoverage(Question question) {
        this.question = question;
    }

    private record AreaAndKind(Area area, Kind kind) implements Comparable<AreaAndKind> {

        private static final Comparator<AreaAndKind> ORDER =
                Comparator.comparing(AreaAndKind::area).thenComparing(AreaAndKind::kind);

        @Override
        public int compareTo(AreaAndKind other) {
            return ORDER.compare(this, other);
        }
    }

    static List<Coverage> of(Question question, List<SourceReading> readings) {
        SourceCoverage coverage = new SourceCoverage(question);
        question.areas().forEach(area -> question.yearsOfKinds().forEach(asked -> coverage.said(area, asked)));
        readings.forEach(coverage::collect);
        readings.forEach(coverage::add);
        List<Coverage> spans = new ArrayList<>();
        coverage.said.forEach((about, years) -> spans.addAll(coverage.spans(about, years)));
        return spans;
    }

    private void collect(SourceReading reading) {
        reading.years().forEach((asked, answer) -> {
            if (answer.state() == CoverageState.ANSWERED) {
                answer.rows().stream()
                        .map(CleanRow::row)
                        .filter(row -> isAbout(row, asked) && reading.areas().contains(row.area()))
                        .forEach(readWhereAsked::add);
            }
        });
    }

    private static boolean isAbout(ContributionRow row, YearOfKind asked) {
        @Nullable YearMonth month = row.month();
        return month != null && asked.equals(new YearOfKind(row.kind(), month.getYear()));
    }

    private void add(SourceReading reading) {
        reading.years().forEach((asked, answer) -> {
            reading.areas().forEach(area -> said(area, asked).add(answer.state()));
            answer.rows().forEach(row -> add(row.row(), answer.state()));
        });
    }

    private void add(ContributionRow row, CoverageState state) {
        @Nullable YearMonth month = row.month();
        if (month != null && question.asksForYear(month.getYear()) && !readWhereAsked.contains(row)) {
            said(row.area(), new YearOfKind(row.kind(), month.getYear())).add(state);
        }
    }

    private Set<CoverageState> said(Area area, YearOfKind year) {
        return said.computeIfAbsent(new AreaAndKind(area, year.kind()), about -> new TreeMap<>())
                .computeIfAbsent(year.year(), about -> EnumSet.noneOf(CoverageState.class));
    }

    /** Neighbouring years of one state make one span. */
    private List<Coverage> spans(AreaAndKind about, SortedMap<Integer, Set<CoverageState>> years) {
        boolean known = years.values().stream().map(SourceCoverage::state).anyMatch(CoverageState.ANSWERED::equals);
        List<Coverage> spans = new ArrayList<>();
        years.forEach((year, states) -> {
            YearMonth first = year == question.from().getYear() ? question.from() : YearMonth.of(year, Month.JANUARY);
            YearMonth last = YearMonth.of(year, Month.DECEMBER);
            CoverageState state = known(state(states), known);
            if (!spans.isEmpty()
                    && spans.getLast().state() == state
                    && spans.getLast().last().plusMonths(1).equals(first)) {
                first = spans.removeLast().first();
            }
            spans.add(new Coverage(about.area(), about.kind(), first, last, state));
        });
        return spans;
    }

    private static CoverageState state(Set<CoverageState> states) {
        if (states.isEmpty() || states.contains(CoverageState.SILENT)) {
            return CoverageState.SILENT;
        }
        return states.contains(CoverageState.ANSWERED) ? CoverageState.ANSWERED : CoverageState.PERSON_UNKNOWN;
    }

    /** A person who is known in one year has no rows in the years in which the source does not find the person. */
    private static CoverageState known(CoverageState state, boolean inOneYear) {
        return inOneYear && state == CoverageState.PERSON_UNKNOWN ? CoverageState.ANSWERED : state;
    }
}
