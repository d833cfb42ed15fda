package io.tongban.insurance.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RowCleanerTests {

    private final RowCleaner cleaner = new RowCleaner(
            new SpecialUnits(Set.of("30000001"), Set.of("30000002"), Set.of("3999-9998"), Set.of("统筹外 转入")), false);

    @Test
    void readsEveryFieldAndKeepsTheTextBesideIt() {
        RawRow raw = raw(Map.of());

        Cleaning cleaning = cleaner.clean(List.of(raw));

        assertThat(cleaning.complete()).isTrue();
        assertThat(cleaning.rows())
                .containsExactly(new CleanRow(
                        new ContributionRow(
                                YearMonth.of(2016, 4),
                                Kind.PENSION,
                                "30010001",
                                "杭州甲科技有限公司",
                                UnitKind.EMPLOYER,
                                new Area("330104"),
                                "10",
                                new BigDecimal("3500.00"),
                                new BigDecimal("280.00"),
                                PostedFlag.POSTED,
                                YearMonth.of(2016, 5)),
                        raw));
    }

    @ParameterizedTest
    @CsvSource({
        "11, 11",
        "110, 11",
        "21, 21",
        "210, 21",
        "31, 31",
        "310, 31",
        "41, 41",
        "410, 41",
        "51, 51",
        "510, 51",
        "１１, 11",
        "１１０, 11",
        "'1 1', 11",
        "'110&nbsp;', 11"
    })
    void knowsAKindInBothItsCodes(String code, String kind) {
        assertThat(only(Map.of(RowCleaner.KIND, code)).kind()).isEqualTo(new Kind(kind));
    }

    @ParameterizedTest
    @CsvSource({
        "120, 120",
        "１２０, 120",
        "' 1 20 ', 120",
        "1, 1",
        "12, 12",
        "111, 111",
        "011, 011",
        "1100, 1100",
        "320, 320",
        "D1, D1"
    })
    void keepsAnyOtherKindUnderItsCode(String written, String code) {
        Kind kind = only(Map.of(RowCleaner.KIND, written)).kind();

        assertThat(kind.code()).isEqualTo(code);
        assertThat(kind.isOneOfTheFive()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-", "null", "养老", "11,21", "11\n21"})
    void doesNotTakeWhatIsNoCodeForAKind(String text) {
        assertThat(unreadable(Map.of(RowCleaner.KIND, text))).containsExactly(RowCleaner.KIND);
    }

    @ParameterizedTest
    @CsvSource({
        "10, 10",
        "105, 105",
        "１０５, 105",
        "'10&nbsp;', 10",
        "103, 103",
        "11, 11",
        "99, 99",
        "1, 1",
        "1050, 1050",
        "020, 020",
        "010, 010",
        "D1, D1",
        "'', ''",
        "null, ''",
        "——, ''"
    })
    void keepsATypeAsAWholeValueAlsoOneThatIsNotListed(String written, String type) {
        assertThat(only(Map.of(RowCleaner.TYPE, written)).type()).isEqualTo(type);
    }

    @ParameterizedTest
    @ValueSource(strings = {"正常应缴", "20-退收", "20退收", "(20)", "20*", "20,10", "20/10", "10.0", "+10", "20\n退收"})
    void doesNotTakeWhatIsNoCodeForAType(String text) {
        Cleaning cleaning = cleaner.clean(List.of(raw(Map.of()), raw(Map.of(RowCleaner.TYPE, text))));

        assertThat(cleaning.unreadable()).containsExactly(RowCleaner.TYPE);
        assertThat(cleaning.rows()).hasSize(1);
    }

    @Test
    void doesNotTakeATransferForANormalMonth() {
        assertThat(only(Map.of(RowCleaner.TYPE, "105"))).isNotEqualTo(only(Map.of(RowCleaner.TYPE, "10")));
    }

    @ParameterizedTest
    @CsvSource({
        "30010001, 杭州甲科技有限公司, EMPLOYER",
        "30000001, 灵活就业人员缴费户, FLEXIBLE",
        "３０００００01, 灵活就业人员缴费户, FLEXIBLE",
        "30000002, 失业保险经办机构, AGENCY",
        "39999998, 某单位, PLACEHOLDER",
        "3999 9998, 某单位, PLACEHOLDER",
        "30010001, 统筹外转入, PLACEHOLDER",
        "30010001, 转移虚拟​单位, PLACEHOLDER",
        "30010001, 转移虚拟单位, PLACEHOLDER",
        "39999999, '&nbsp;转移 虚拟单位 ', PLACEHOLDER",
        "300000010, 杭州乙有限公司, EMPLOYER",
        "3000000, 杭州乙有限公司, EMPLOYER",
        "30010001, 杭州转移虚拟单位咨询有限公司, EMPLOYER"
    })
    void marksTheUnitByItsWholeCodeAndByThePlaceholdersName(String code, String name, UnitKind kind) {
        assertThat(only(Map.of(RowCleaner.UNIT, code, RowCleaner.UNIT_NAME, name))
                        .unitKind())
                .isEqualTo(kind);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "&nbsp;", "\u00a0", "000000"})
    void keepsARowWithoutAMonthAsUnplaced(String month) {
        assertThat(only(Map.of(RowCleaner.MONTH, month)).month()).isNull();
    }

    @Test
    void keepsARowWhoseMonthCannotBeReadButSaysThatItCannot() {
        Cleaning cleaning = cleaner.clean(List.of(raw(Map.of(RowCleaner.MONTH, "201613"))));

        assertThat(cleaning.unreadable()).containsExactly(RowCleaner.MONTH);
        assertThat(cleaning.rows())
                .singleElement()
                .satisfies(row -> assertThat(row.row().month()).isNull());
    }

    @Test
    void keepsTheReadableRowsBesideOneThatMeansNothing() {
        Cleaning cleaning = cleaner.clean(List.of(raw(Map.of()), raw(Map.of(RowCleaner.POSTED, "9"))));

        assertThat(cleaning.unreadable()).containsExactly(RowCleaner.POSTED);
        assertThat(cleaning.rows()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "AAB034, 33010",
        "AAB034, 3301040",
        "AAB034, 江干区",
        "AAB034, ''",
        "AAE078, ''",
        "AAE078, null",
        "AAE078, -",
        "AAE078, 4",
        "AAE078, ①",
        "AAE078, ¹",
        "AAE140, 11⁰",
        "AAE140, 1①",
        "AAA115, 20①",
        "AAA115, 20¹",
        "AAA115, 20ⓐ",
        "AAB034, 33010④",
        "AAB001, 30010001①",
        "AAE079, 20170②",
        "AAE180, abc",
        "AAE020, 1.2.3",
        "AAE079, 201613"
    })
    void saysWhichFieldCannotBeRead(String field, String text) {
        assertThat(unreadable(Map.of(field, text))).containsExactly(field);
    }

    @Test
    void takesTheAreaFromEitherOfItsFields() {
        Map<String, String> cells = new HashMap<>(raw(Map.of()).cells());
        cells.remove(RowCleaner.AREA);
        cells.put(RowCleaner.AREA_TOO, "330106");

        assertThat(cleaner.clean(List.of(new RawRow(cells))).rows())
                .singleElement()
                .satisfies(row -> assertThat(row.row().area()).isEqualTo(new Area("330106")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "——", "/", "&nbsp;"})
    void takesTheAreaFromTheOtherFieldWhereOneSaysNothing(String text) {
        assertThat(only(Map.of(RowCleaner.AREA, text, RowCleaner.AREA_TOO, "330106"))
                        .area())
                .isEqualTo(new Area("330106"));
    }

    @Test
    void takesTheAreaThatBothFieldsSay() {
        assertThat(only(Map.of(RowCleaner.AREA, "330106", RowCleaner.AREA_TOO, "３３０１０６"))
                        .area())
                .isEqualTo(new Area("330106"));
    }

    @ParameterizedTest
    @CsvSource({"330104, 330106", "330104, 330100", "330104, 江干区", "江干区, 330104"})
    void leavesOutARowWhoseTwoAreasDiffer(String area, String other) {
        Cleaning cleaning = cleaner.clean(List.of(raw(Map.of(RowCleaner.AREA, area, RowCleaner.AREA_TOO, other))));

        assertThat(cleaning.unreadable()).containsExactlyInAnyOrder(RowCleaner.AREA, RowCleaner.AREA_TOO);
        assertThat(cleaning.rows()).isEmpty();
    }

    @Test
    void readsNoSpanOfMonthsWhereTheAmountMayBeTheirSum() {
        assertThat(unreadable(Map.of(RowCleaner.MONTH, "201601-201606"))).containsExactly(RowCleaner.MONTH);
    }

    @Test
    void makesARowOfEachMonthOfASpanWhereTheAmountIsThatOfEach() {
        RowCleaner monthly = new RowCleaner(new SpecialUnits(Set.of(), Set.of(), Set.of(), Set.of()), true);

        Cleaning cleaning = monthly.clean(List.of(raw(Map.of(RowCleaner.MONTH, "201601-201606"))));

        assertThat(cleaning.complete()).isTrue();
        assertThat(cleaning.rows())
                .extracting(row -> row.row().month())
                .containsExactly(IntStream.rangeClosed(1, 6)
                        .mapToObj(month -> YearMonth.of(2016, month))
                        .toArray(YearMonth[]::new));
        assertThat(cleaning.rows()).extracting(row -> row.row().amount()).containsOnly(new BigDecimal("280.00"));
    }

    @Test
    void letsWhatIsNotGivenBeAbsent() {
        ContributionRow row = only(Map.of(
                RowCleaner.BASE, "&nbsp;", RowCleaner.AMOUNT, "", RowCleaner.POSTED_MONTH, "", RowCleaner.UNIT, ""));

        assertThat(row.base()).isNull();
        assertThat(row.amount()).isNull();
        assertThat(row.postedMonth()).isNull();
        assertThat(row.unit()).isEmpty();
    }

    @Test
    void showsNoValueOfARow() {
        CleanRow row = cleaner.clean(List.of(raw(Map.of()))).rows().getFirst();
        assertThat(row.toString()).doesNotContain("杭州甲", "3500", "30010001");
    }

    private ContributionRow only(Map<String, String> changes) {
        Cleaning cleaning = cleaner.clean(List.of(raw(changes)));
        assertThat(cleaning.unreadable()).isEmpty();
        return cleaning.rows().getFirst().row();
    }

    private Set<String> unreadable(Map<String, String> changes) {
        return cleaner.clean(List.of(raw(changes))).unreadable();
    }

    static RawRow raw(Map<String, String> changes) {
        Map<String, String> cells = new HashMap<>(Map.of(
                RowCleaner.MONTH, "2016年04月",
                RowCleaner.KIND, "110",
                RowCleaner.UNIT, "30010001",
                RowCleaner.UNIT_NAME, "杭州甲科技有限公司\u00a0",
                RowCleaner.AREA, "330104",
                RowCleaner.BASE, "3,500.00",
                RowCleaner.AMOUNT, "280",
                RowCleaner.TYPE, "10",
                RowCleaner.POSTED, "1",
                RowCleaner.POSTED_MONTH, "201605"));
        cells.putAll(changes);
        return new RawRow(cells);
    }
}
