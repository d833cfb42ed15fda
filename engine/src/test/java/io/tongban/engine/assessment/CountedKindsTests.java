package io.tongban.engine.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.engine.contributions.record.ContributionRecord;
import io.tongban.engine.contributions.record.ContributionRow;
import io.tongban.engine.contributions.record.Coverage;
import io.tongban.engine.contributions.record.CoverageState;
import io.tongban.engine.contributions.record.PostedFlag;
import io.tongban.engine.contributions.record.UnitKind;
import io.tongban.engine.expression.Expression;
import io.tongban.engine.library.StandardsLibrary;
import io.tongban.engine.papers.Paper;
import io.tongban.engine.rule.CriterionState;
import io.tongban.engine.rule.Rule;
import io.tongban.engine.rule.Rules;
import io.tongban.engine.standard.Alternative;
import io.tongban.engine.standard.Criterion;
import io.tongban.engine.standard.Route;
import io.tongban.engine.standard.Standard;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Where a record of the counted kinds is said to be enough, the record of all kinds gives the same criteria, for records of chance
 * and every standard that counts contributions. A failing seed is in the test's name.
 */
class CountedKindsTests {

    private static final long FIRST_SEED = 20170508;
    private static final int SEEDS = 400;
    private static final LocalDate APPLIED_ON = LocalDate.of(2017, 5, 8);
    private static final YearMonth LATEST = YearMonth.of(2017, 5);
    private static final String ELSEWHERE = "330212";
    private static final List<Standard> STANDARDS =
            StandardsLibrary.in(Path.of("..", "standards")).standards().all().stream()
                    .filter(standard -> standard.counting().isPresent())
                    .toList();
    private static final List<Paper> PAPERS = List.of(
            new Paper("labour-contract", "30010001", LocalDate.of(2013, 1, 1), LocalDate.of(2017, 7, 31)),
            new Paper("photo", null, null, null));

    private final Assessor assessor = new Assessor();

    /** What two records made of the same criteria, and whether the smaller was said to be enough. */
    private record Compared(boolean enough, List<?> counted, List<?> all) {

        boolean alike() {
            return counted.equals(all);
        }
    }

    static LongStream seeds() {
        return LongStream.range(FIRST_SEED, FIRST_SEED + SEEDS);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void saysTheSameOfAllCriteriaWhereTheCountedKindsAreEnough(long seed) {
        compared(seed)
                .filter(Compared::enough)
                .forEach(compared -> assertThat(compared.counted()).isEqualTo(compared.all()));
    }

    /** Were every record enough, criteria would be explained otherwise; were none, nothing would be saved. */
    @Test
    void isEnoughForManyAndNotForAll() {
        List<Compared> compared = seeds().boxed().flatMap(this::compared).toList();

        assertThat(compared.stream().filter(Compared::enough).count()).isGreaterThan(compared.size() / 5);
        assertThat(compared.stream()
                        .filter(one -> !one.enough() && !one.alike())
                        .count())
                .as("found by asking for all kinds")
                .isGreaterThan(compared.size() / 40);
    }

    @Test
    void isNotEnoughForAStandardWhoseMetRuleOrChoiceOfAWayExplainsMonths() {
        Standard standard = STANDARDS.getFirst();
        Facts facts = allMonths(standard);
        List<Assessment> assessments = assessAll(standard, facts);

        assertThat(assessor.suffice(standard, facts, assessments)).isTrue();
        assertThat(assessor.suffice(with(standard, CountedKindsTests::explainsWhereMet), facts, assessments))
                .isFalse();
        assertThat(assessor.suffice(with(standard, CountedKindsTests::explainsWhetherBrought), facts, assessments))
                .isFalse();
    }

    /** Three years of months, and a contract for them. */
    private Facts allMonths(Standard standard) {
        ContributionQuestion counted = assessor.questionOfCountedKinds(standard, null, APPLIED_ON, APPLIED_ON)
                .orElseThrow();
        List<ContributionRow> rows = new ArrayList<>();
        for (int back = 1; back <= 36; back++) {
            for (String kind : counted.kinds()) {
                YearMonth month = LATEST.minusMonths(back);
                rows.add(new ContributionRow(
                        month,
                        kind,
                        "30010001",
                        "杭州甲科技有限公司",
                        UnitKind.EMPLOYER,
                        "330104",
                        "10",
                        BigDecimal.valueOf(3500),
                        BigDecimal.valueOf(280),
                        PostedFlag.POSTED,
                        month.plusMonths(1)));
            }
        }
        List<Coverage> coverage = counted.areas().stream()
                .flatMap(area ->
                        counted.kinds().stream().map(kind -> Coverage.ofAllMonths(area, kind, CoverageState.ANSWERED)))
                .toList();
        return facts(rows, coverage);
    }

    private static Standard with(Standard standard, UnaryOperator<Criterion> changed) {
        return new Standard(
                standard.reference(),
                standard.name(),
                standard.inForceFrom(),
                standard.inForceUntil(),
                standard.layers(),
                standard.words(),
                standard.questions(),
                standard.terms(),
                standard.responsibility(),
                standard.criteria().stream().map(changed).toList(),
                standard.routes().stream()
                        .map(route -> new Route(
                                route.id(),
                                route.name(),
                                route.criteria().stream().map(changed).toList(),
                                route.origin()))
                        .toList(),
                standard.guide());
    }

    private static Criterion explainsWhereMet(Criterion criterion) {
        if (!criterion.id().equals(Criterion.CONTRIBUTIONS)) {
            return criterion;
        }
        Expression breaks = breaks(criterion);
        return with(
                criterion,
                criterion.alternatives(),
                new Rules(
                        criterion.rules().definitions(),
                        criterion.rules().figures(),
                        criterion.rules().inOrder().stream()
                                .map(rule -> rule.state() == CriterionState.MET ? finding(rule, breaks) : rule)
                                .toList()));
    }

    /** Every way of a criterion that reads contributions is brought where months are explained. */
    private static Criterion explainsWhetherBrought(Criterion criterion) {
        Expression breaks = breaks(STANDARDS.getFirst().criteria().stream()
                .filter(one -> one.id().equals(Criterion.CONTRIBUTIONS))
                .findFirst()
                .orElseThrow());
        return with(
                criterion,
                criterion.alternatives().stream()
                        .map(way ->
                                new Alternative(way.id(), way.asked(), breaks, way.rules(), way.basis(), way.origin()))
                        .toList(),
                criterion.rules());
    }

    private static Expression breaks(Criterion criterion) {
        return criterion.rules().inOrder().stream()
                .map(Rule::findings)
                .filter(Objects::nonNull)
                .filter(findings -> findings.names().contains("contributions.breaks"))
                .findFirst()
                .orElseThrow();
    }

    private static Criterion with(Criterion criterion, List<Alternative> alternatives, Rules rules) {
        return new Criterion(
                criterion.id(),
                criterion.name(),
                criterion.basis(),
                criterion.settings(),
                criterion.needsPapers(),
                criterion.asked(),
                criterion.papers(),
                alternatives,
                rules,
                criterion.texts(),
                criterion.monthEnds(),
                criterion.reads(),
                criterion.origin());
    }

    private static Rule finding(Rule rule, Expression findings) {
        return new Rule(
                rule.place(),
                rule.when(),
                rule.state(),
                rule.reasons(),
                findings,
                rule.missingNamed(),
                rule.missing(),
                rule.metOn(),
                rule.suggested(),
                rule.forecast(),
                rule.waitsForSource(),
                rule.figures());
    }

    private Stream<Compared> compared(long seed) {
        return STANDARDS.stream().map(standard -> compared(standard, new Random(seed)));
    }

    private Compared compared(Standard standard, Random random) {
        ContributionQuestion whole =
                assessor.question(standard, null, APPLIED_ON, APPLIED_ON).orElseThrow();
        ContributionQuestion counted = assessor.questionOfCountedKinds(standard, null, APPLIED_ON, APPLIED_ON)
                .orElseThrow();
        assertThat(whole.kinds())
                .containsAll(counted.kinds())
                .hasSizeGreaterThan(counted.kinds().size());
        List<ContributionRow> rows = rows(random, counted.kinds(), whole.kinds());
        List<Coverage> coverage = coverage(random, whole);
        Facts all = facts(rows, coverage);
        Facts some = facts(
                rows.stream()
                        .filter(row -> counted.kinds().contains(row.kind()))
                        .toList(),
                coverage.stream()
                        .filter(span -> counted.kinds().contains(span.kind()))
                        .toList());
        List<Assessment> ofSome = assessAll(standard, some);
        return new Compared(
                assessor.suffice(standard, some, ofSome),
                ofSome.stream().map(CountedKindsTests::ofCriteria).toList(),
                assessAll(standard, all).stream()
                        .map(CountedKindsTests::ofCriteria)
                        .toList());
    }

    private List<Assessment> assessAll(Standard standard, Facts facts) {
        return assessor.assessAll(standard, facts).routes().stream()
                .map(RankedRoutes.RankedRoute::assessment)
                .toList();
    }

    /** All that an assessment says but the months, their flags, and those of the record. */
    private static Assessment ofCriteria(Assessment assessment) {
        return new Assessment(
                assessment.standard(),
                assessment.route(),
                assessment.appliedOn(),
                assessment.asOf(),
                assessment.outcome(),
                assessment.criteria(),
                assessment.readyOn(),
                assessment.through(),
                assessment.missing(),
                assessment.lapsing(),
                List.of(),
                assessment.run(),
                Set.of());
    }

    private static Facts facts(List<ContributionRow> rows, List<Coverage> coverage) {
        return SomeApplicant.with(APPLIED_ON, PAPERS, new ContributionRecord(APPLIED_ON, coverage, rows, 0));
    }

    /** Some years of an employment with all kinds, and what happens to months of any kind. */
    private static List<ContributionRow> rows(Random random, List<String> counted, List<String> kinds) {
        List<ContributionRow> rows = new ArrayList<>();
        int months = random.nextInt(10) == 0 ? 0 : 3 + random.nextInt(34);
        int oddities = 8 + random.nextInt(120);
        YearMonth last = LATEST.minusMonths(random.nextInt(4) == 0 ? random.nextInt(6) : random.nextInt(2));
        for (int back = 0; back < months; back++) {
            YearMonth month = last.minusMonths(back);
            for (String kind : kinds) {
                if (random.nextInt(oddities) != 0) {
                    rows.add(row(random, month, kind, "10"));
                }
                if (random.nextInt(oddities) == 0) {
                    rows.add(row(random, month, kind, pick(random, "11", "11", "20", "31", "89", "90", "105")));
                }
            }
        }
        for (int agency = random.nextInt(3) == 0 ? random.nextInt(8) : 0; agency > 0; agency--) {
            List<String> others =
                    kinds.stream().filter(kind -> !counted.contains(kind)).toList();
            rows.add(row(
                    random,
                    LATEST.minusMonths(random.nextInt(36)),
                    others.get(random.nextInt(others.size())),
                    pick(random, "11", "11", "10")));
        }
        return rows;
    }

    private static ContributionRow row(Random random, YearMonth month, String kind, String type) {
        boolean young = month.isAfter(LATEST.minusMonths(2));
        boolean odd = random.nextInt(60) == 0;
        return new ContributionRow(
                odd && random.nextInt(5) == 0 ? null : month,
                kind,
                random.nextInt(80) == 0 ? "30010002" : "30010001",
                "杭州甲科技有限公司",
                random.nextInt(80) == 0 ? UnitKind.PLACEHOLDER : UnitKind.EMPLOYER,
                odd ? pick(random, "330106", ELSEWHERE) : "330104",
                type,
                BigDecimal.valueOf(odd ? 0 : 3500),
                BigDecimal.valueOf(odd ? random.nextInt(2) * -280L : 280),
                young && random.nextInt(3) == 0 ? PostedFlag.NOT_POSTED : PostedFlag.POSTED,
                postedMonth(random, month));
    }

    private static @Nullable YearMonth postedMonth(Random random, YearMonth month) {
        return random.nextInt(100) == 0 ? month.plusMonths(4) : null;
    }

    private static List<Coverage> coverage(Random random, ContributionQuestion question) {
        boolean unknownToMany = random.nextInt(8) == 0;
        boolean silentInPart = random.nextInt(4) == 0;
        List<Coverage> coverage = new ArrayList<>();
        for (String area :
                Stream.concat(question.areas().stream(), Stream.of(ELSEWHERE)).toList()) {
            for (String kind : question.kinds()) {
                coverage.add(new Coverage(
                        area,
                        kind,
                        question.from(),
                        YearMonth.of(2017, 12),
                        unknownToMany && random.nextInt(10) != 0
                                ? CoverageState.PERSON_UNKNOWN
                                : CoverageState.ANSWERED));
                if (silentInPart && random.nextInt(20) == 0) {
                    YearMonth first = YearMonth.of(2014 + random.nextInt(4), 1);
                    coverage.add(new Coverage(area, kind, first, first.plusMonths(11), CoverageState.SILENT));
                }
            }
        }
        return coverage;
    }

    private static String pick(Random random, String... of) {
        return of[random.nextInt(of.length)];
    }
}
