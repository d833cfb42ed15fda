package io.tongban.engine.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.engine.contributions.record.ContributionRecord;
import io.tongban.engine.contributions.record.ContributionRow;
import io.tongban.engine.contributions.record.Coverage;
import io.tongban.engine.contributions.record.CoverageState;
import io.tongban.engine.contributions.record.PostedFlag;
import io.tongban.engine.contributions.record.UnitKind;
import io.tongban.engine.library.StandardsLibrary;
import io.tongban.engine.papers.Paper;
import io.tongban.engine.standard.Standard;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What was not read proves nothing and refuses nothing: for records of chance, of which a year, a kind or an area is hidden, whole
 * or as a page that is missing among others. A failing seed is in the test's name.
 *
 * <p>The refunds and reversals of a record are in the area of what they take back: a month that is paid where it was read is paid,
 * whatever another area would have said.
 */
class HiddenPartsTests {

    private static final long FIRST_SEED = 20170501;
    private static final int SEEDS = 400;
    private static final int HIDINGS = 12;
    private static final LocalDate APPLIED_ON = LocalDate.of(2017, 5, 8);
    private static final LocalDate CHANGED_ON = LocalDate.of(2016, 10, 1);
    private static final String EMPLOYER_BEFORE = "30010002";
    private static final String EMPLOYER = "30010001";
    private static final List<String> KINDS = List.of("11", "31");
    private static final Set<Outcome> REFUSING = Set.of(Outcome.INELIGIBLE, Outcome.NOT_YET, Outcome.INCOMPLETE);
    private static final Standard STANDARD =
            StandardsLibrary.in(Path.of("..", "standards")).standards().version("residence-permit", "R1");
    private static final List<String> AREAS = new Assessor()
            .question(STANDARD, "employment", APPLIED_ON, APPLIED_ON)
            .orElseThrow()
            .areas();

    /** One employer after the other, without a day between. */
    private static final List<Paper> PAPERS = List.of(
            new Paper("labour-contract", EMPLOYER_BEFORE, LocalDate.of(2013, 1, 1), CHANGED_ON.minusDays(1)),
            new Paper("labour-contract", EMPLOYER, CHANGED_ON, LocalDate.of(2017, 7, 31)),
            new Paper("photo", null, null, null));

    private final Assessor assessor = new Assessor();

    /** A part of a record, as bureaux answer it: a year of a kind in an area, or more of the like. */
    private record Part(Set<String> areas, Set<String> kinds, YearMonth first, YearMonth last) {

        static Part ofChance(Random random) {
            int year = 2014 + random.nextInt(4);
            boolean everyYear = random.nextInt(4) == 0;
            return new Part(
                    random.nextBoolean() ? Set.copyOf(AREAS) : Set.of(random.nextBoolean() ? "330104" : "330106"),
                    random.nextInt(3) == 0 ? Set.copyOf(KINDS) : Set.of(random.nextInt(4) == 0 ? "31" : "11"),
                    YearMonth.of(everyYear ? 2014 : year, 1),
                    YearMonth.of(everyYear ? 2017 : year, 12));
        }

        boolean has(ContributionRow row) {
            YearMonth month = row.month();
            return areas.contains(row.area())
                    && kinds.contains(row.kind())
                    && month != null
                    && !month.isBefore(first)
                    && !month.isAfter(last);
        }

        List<Coverage> silence() {
            List<Coverage> silence = new ArrayList<>();
            areas.forEach(area ->
                    kinds.forEach(kind -> silence.add(new Coverage(area, kind, first, last, CoverageState.SILENT))));
            return silence;
        }
    }

    static LongStream seeds() {
        return LongStream.range(FIRST_SEED, FIRST_SEED + SEEDS);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void whatIsHiddenProvesNothingAndRefusesNothing(long seed) {
        Random random = new Random(seed);
        List<ContributionRow> rows = rows(random);
        Outcome whole = outcome(rows, List.of());
        for (int hiding = 0; hiding < HIDINGS; hiding++) {
            Part hidden = Part.ofChance(random);
            List<ContributionRow> left =
                    rows.stream().filter(row -> !hidden.has(row)).toList();
            List<ContributionRow> withSomePages = rows.stream()
                    .filter(row -> !hidden.has(row) || random.nextBoolean())
                    .toList();
            Outcome seen = outcome(withSomePages, hidden.silence());

            assertThat(isRight(whole, seen, left))
                    .as("%s, with %s hidden %s", whole, hidden, seen)
                    .isTrue();
        }
    }

    /** A reader that took what it could not read for nothing, or some pages for all, would be found. */
    @Test
    void findsAReaderThatTakesSilenceForAnAnswer() {
        int wrong = 0;
        for (long seed = FIRST_SEED; seed < FIRST_SEED + SEEDS; seed++) {
            Random random = new Random(seed);
            List<ContributionRow> rows = rows(random);
            Outcome whole = outcome(rows, List.of());
            Part hidden = Part.ofChance(random);
            List<ContributionRow> withSomePages = rows.stream()
                    .filter(row -> !hidden.has(row) || random.nextBoolean())
                    .toList();
            List<ContributionRow> left =
                    rows.stream().filter(row -> !hidden.has(row)).toList();
            if (!isRight(whole, outcome(withSomePages, List.of()), left)) {
                wrong++;
            }
        }

        assertThat(wrong).isGreaterThan(SEEDS / 40);
    }

    /** Better only if what is left would do alone; a refusal or a demand only if the whole record gives it. */
    private boolean isRight(Outcome whole, Outcome seen, List<ContributionRow> left) {
        if (REFUSING.contains(seen)) {
            return seen == whole;
        }
        return seen != Outcome.ELIGIBLE || whole == Outcome.ELIGIBLE || outcome(left, List.of()) == Outcome.ELIGIBLE;
    }

    private Outcome outcome(List<ContributionRow> rows, List<Coverage> silence) {
        List<Coverage> coverage = new ArrayList<>(silence);
        AREAS.forEach(
                area -> KINDS.forEach(kind -> coverage.add(Coverage.ofAllMonths(area, kind, CoverageState.ANSWERED))));
        return assessor.assess(
                        STANDARD,
                        "employment",
                        SomeApplicant.with(APPLIED_ON, PAPERS, new ContributionRecord(APPLIED_ON, coverage, rows, 0)))
                .outcome();
    }

    /** About two years of an employment, with what happens to months. */
    private static List<ContributionRow> rows(Random random) {
        List<ContributionRow> rows = new ArrayList<>();
        YearMonth last = YearMonth.of(2017, 5).minusMonths(random.nextInt(3));
        int months = 6 + random.nextInt(24);
        Predicate<Integer> odd = oneIn -> random.nextInt(oneIn) == 0;
        for (int back = 0; back < months; back++) {
            YearMonth month = last.minusMonths(back);
            String area = month.isBefore(YearMonth.from(CHANGED_ON)) ? "330106" : "330104";
            boolean young = month.isAfter(YearMonth.of(2017, 3));
            if (!odd.test(40)) {
                PostedFlag posted = young && odd.test(3) ? PostedFlag.NOT_POSTED : PostedFlag.POSTED;
                rows.add(row(month, "11", area, "10", odd.test(30) ? 0 : 280, posted));
            }
            if (odd.test(3)) {
                rows.add(row(month, "31", area, "10", 400, PostedFlag.POSTED));
            }
            if (odd.test(25)) {
                rows.add(row(month, "11", area, "20", 280, odd.test(3) ? PostedFlag.NOT_POSTED : PostedFlag.POSTED));
            }
            if (odd.test(30)) {
                rows.add(row(month, "11", area, "10", -280, PostedFlag.POSTED));
            }
            if (odd.test(30)) {
                rows.add(row(month, "11", area, "89", 280, PostedFlag.POSTED));
            }
        }
        return rows;
    }

    private static ContributionRow row(
            YearMonth month, String kind, String area, String type, int amount, PostedFlag posted) {
        return new ContributionRow(
                month,
                kind,
                area.equals("330104") ? EMPLOYER : EMPLOYER_BEFORE,
                "",
                UnitKind.EMPLOYER,
                area,
                type,
                null,
                BigDecimal.valueOf(amount),
                posted,
                null);
    }
}
