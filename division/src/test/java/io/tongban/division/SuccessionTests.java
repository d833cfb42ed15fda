package io.tongban.division;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who follows a division on a day. */
class SuccessionTests {

    private static final LocalDate IN_2017 = LocalDate.of(2017, 4, 6);

    private final Succession published = Succession.published();

    @ParameterizedTest
    @CsvSource({
        "330104008008, 2021-04-08, 330104008008, true", // 钱江苑
        "330104008008, 2021-04-09, 330102014005, true",
        "330104008008, 2026-11-30, 330102014005, true",
        "330104010005, 2021-04-09, 330114001002, true", // 七格
        "330109013008, 2022-12-31, 330109013008, true", // 佳境
        "330109013008, 2023-01-01, 330109015001, true",
        "330104008009, 2021-04-09, 330102012016, true", // 钱杭
        "330104010500, 2021-04-09, 330114001500, true", // 军区农场
        "330104008000, 2021-04-09, 330102014000, true", // 四季青
        "330104000000, 2021-04-08, 330104000000, true",
        "330104000000, 2021-04-09, 330102000000, false",
        "330103000000, 2021-04-09, 330105000000, false",
        "330110000000, 2021-04-09, 330110000000, true",
        "330109000000, 2021-04-09, 330109000000, true",
        "330185000000, 2017-08-01, 330112000000, true",
        "330185002001, 2017-07-31, 330185002001, true", // 玲珑山
        "330185002001, 2017-08-01, 330112002001, true",
        "330106013006, 2023-01-01, 330106013006, true", // 竟舟 became 竞舟
        "330106002051, 2026-11-30, 330106002051, true",
        "310101001001, 2026-11-30, 310101001001, true",
    })
    void aDivisionIsFollowedFromTheDayOfTheChange(String code, LocalDate on, String successor, boolean same) {
        assertThat(published.successor(code, IN_2017, on)).contains(new Successor(successor, same));
    }

    @ParameterizedTest
    @CsvSource({"330182108002, 2022-12-31, 330182108002", "330182108002, 2023-01-01,"}) // 凤凰 in 建德
    void nobodyFollowsWhatWasAbolished(String code, LocalDate on, @Nullable String successor) {
        assertThat(published.successor(code, IN_2017, on).map(Successor::code).orElse(null))
                .isEqualTo(successor);
    }

    @Test
    void changesFollowEachOther() {
        Succession twice = succession(
                change("a", "b", ChangeKind.RECODED, false, "2017-01-01"),
                change("b", "c", ChangeKind.MERGED, false, "2018-01-01"),
                change("c", "d", ChangeKind.MOVED, false, "2019-01-01"));

        assertThat(twice.successor("a", day("2016-01-01"), day("2017-12-31"))).contains(new Successor("b", true));
        assertThat(twice.successor("a", day("2016-01-01"), day("2018-01-01"))).contains(new Successor("c", false));
        assertThat(twice.successor("a", day("2016-01-01"), day("2019-01-01"))).contains(new Successor("d", false));
    }

    @Test
    void aCodeThatPassedOnIsAskedForByItsDay() {
        Succession passedOn = succession(
                change("a", "b", ChangeKind.RECODED, false, "2017-01-01"),
                change("c", "a", ChangeKind.RECODED, false, "2018-01-01"));

        assertThat(passedOn.successor("a", day("2016-12-31"), day("2020-01-01")))
                .contains(new Successor("b", true));
        assertThat(passedOn.successor("a", day("2017-01-01"), day("2020-01-01")))
                .contains(new Successor("a", true));
        assertThat(passedOn.successor("c", day("2016-12-31"), day("2020-01-01")))
                .contains(new Successor("a", true));
    }

    @Test
    void codesThatChangedPlacesOnOneDayArePassedOnce() {
        Succession oneDay = succession(
                change("a", "b", ChangeKind.RECODED, false, "2017-01-01"),
                change("b", "c", ChangeKind.RECODED, false, "2017-01-01"));

        assertThat(oneDay.successor("a", day("2016-01-01"), day("2020-01-01"))).contains(new Successor("b", true));
    }

    @Test
    void onlyAMainPartFollowsADividedDivision() {
        Succession divided = succession(
                change("a", "b", ChangeKind.SPLIT, false, "2017-01-01"),
                change("a", "c", ChangeKind.SPLIT, true, "2017-01-01"),
                change("d", "e", ChangeKind.SPLIT, false, "2017-01-01"),
                change("d", "f", ChangeKind.SPLIT, false, "2017-01-01"));

        assertThat(divided.successor("a", day("2016-01-01"), day("2017-01-01"))).contains(new Successor("c", true));
        assertThat(divided.successor("d", day("2016-01-01"), day("2017-01-01"))).isEmpty();
    }

    private static Succession succession(DivisionChange... changes) {
        return new Succession(List.of(changes));
    }

    private static DivisionChange change(String from, String to, ChangeKind kind, boolean main, String on) {
        return new DivisionChange(from, to, kind, main, day(on), "a test");
    }

    private static LocalDate day(String text) {
        return LocalDate.parse(text);
    }
}
