package io.tongban.engine.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.engine.canonical.CanonicalJson;
import io.tongban.engine.canonical.CanonicalWriter.Written;
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
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

/** The same facts give the same bytes, whatever the order of rows and papers; a failing seed is in the test's name. */
class AnyOrderTests {

    private static final JsonMapper JSON = JsonMapper.shared();

    private static final long FIRST_SEED = 20170406;
    private static final int SEEDS = 200;
    private static final int ORDERS = 5;
    private static final LocalDate APPLIED_ON = LocalDate.of(2017, 5, 8);
    private static final Standard STANDARD =
            StandardsLibrary.in(Path.of("..", "standards")).standards().version("residence-permit", "R1");

    private final Assessor assessor = new Assessor();

    static LongStream seeds() {
        return LongStream.range(FIRST_SEED, FIRST_SEED + SEEDS);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void orderChangesNothing(long seed) {
        Random random = new Random(seed);
        List<ContributionRow> rows = rows(random);
        List<Paper> papers = papers(random);
        List<Coverage> coverage = coverage(random);
        Assessment first = assess(rows, papers, coverage);
        for (int order = 0; order < ORDERS; order++) {
            Collections.shuffle(rows, random);
            Collections.shuffle(papers, random);
            Collections.shuffle(coverage, random);
            Assessment again = assess(rows, papers, coverage);

            assertThat(again.canonical().json())
                    .as("seed %d", seed)
                    .isEqualTo(first.canonical().json());
            assertThat(again.canonical().digest())
                    .isEqualTo(first.canonical().digest())
                    .matches("sha256:[0-9a-f]{64}");
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void theFormIsTheOneOfItsJson(long seed) {
        Random random = new Random(seed);
        Written canonical =
                assess(rows(random), papers(random), coverage(random)).canonical();

        assertThat(CanonicalJson.of(JSON.readValue(canonical.json(), Object.class)))
                .isEqualTo(canonical.json());
        assertThat(canonical.digest()).isEqualTo(CanonicalJson.digest(canonical.json()));
    }

    private Assessment assess(List<ContributionRow> rows, List<Paper> papers, List<Coverage> coverage) {
        return assessor.assess(
                STANDARD,
                "employment",
                SomeApplicant.with(APPLIED_ON, papers, new ContributionRecord(APPLIED_ON, coverage, rows, 0)));
    }

    private static List<ContributionRow> rows(Random random) {
        List<ContributionRow> rows = new ArrayList<>();
        int count = 10 + random.nextInt(30);
        for (int i = 0; i < count; i++) {
            YearMonth month = YearMonth.of(2017, 6).minusMonths(random.nextInt(18));
            rows.add(new ContributionRow(
                    random.nextInt(20) == 0 ? null : month,
                    pick(random, "11", "11", "11", "31", "41"),
                    pick(random, "30010001", "30010001", "30010002", "MA2A0B1C4", "91339999MA2A0B1C4N", ""),
                    pick(random, "杭州甲科技有限公司", "浙江甲科技有限公司"),
                    pick(random, UnitKind.EMPLOYER, UnitKind.EMPLOYER, UnitKind.FLEXIBLE, UnitKind.PLACEHOLDER),
                    pick(random, "330104", "330104", "330106", "330212"),
                    pick(random, "10", "10", "10", "10", "10", "11", "20", "31", "34", "89", "", "105"),
                    figure(random, "0.00", "3500", "-3500"),
                    figure(random, "0", "280", "-280.0"),
                    pick(random, PostedFlag.POSTED, PostedFlag.POSTED, PostedFlag.POSTED, PostedFlag.NOT_POSTED),
                    random.nextInt(4) == 0 ? month.plusMonths(random.nextInt(5)) : null));
        }
        return rows;
    }

    private static List<Paper> papers(Random random) {
        List<Paper> papers = new ArrayList<>();
        int count = random.nextInt(8);
        for (int i = 0; i < count; i++) {
            LocalDate from = APPLIED_ON.minusDays(random.nextInt(500));
            papers.add(new Paper(
                    pick(random, "labour-contract", "labour-contract", "business-licence", "annual-report", "photo"),
                    pick(random, "30010001", "30010002", "91339999ma2a0b1c4n", ""),
                    pick(random, "", "浙江甲科技有限公司"),
                    from,
                    random.nextBoolean() ? null : from.plusDays(random.nextInt(500)),
                    Map.of()));
        }
        return papers;
    }

    private static List<Coverage> coverage(Random random) {
        List<Coverage> coverage = new ArrayList<>();
        List<String> areas = new ArrayList<>(new Assessor()
                .question(STANDARD, "employment", APPLIED_ON, APPLIED_ON)
                .orElseThrow()
                .areas());
        areas.add("330212");
        for (String area : areas) {
            for (String kind : List.of("11", "31", "41")) {
                CoverageState state = random.nextInt(10) == 0 ? CoverageState.PERSON_UNKNOWN : CoverageState.ANSWERED;
                coverage.add(Coverage.ofAllMonths(area, kind, state));
                if (random.nextInt(20) == 0) {
                    YearMonth first = YearMonth.of(2016, 1).plusMonths(random.nextInt(18));
                    coverage.add(
                            new Coverage(area, kind, first, first.plusMonths(random.nextInt(6)), CoverageState.SILENT));
                }
            }
        }
        return coverage;
    }

    private static @Nullable BigDecimal figure(Random random, String... of) {
        return random.nextInt(4) == 0 ? null : new BigDecimal(pick(random, of));
    }

    @SafeVarargs
    private static <T> T pick(Random random, T... of) {
        return of[random.nextInt(of.length)];
    }
}
