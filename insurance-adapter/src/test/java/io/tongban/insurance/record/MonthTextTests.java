package io.tongban.insurance.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.YearMonth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MonthTextTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "201604",
                "2016年04月",
                "2016年4月",
                "2016 年 4 月",
                "2016年04月份",
                "2016-04",
                "2016-4",
                "2016—04",
                "2016/04",
                "2016/4",
                "2016.04",
                "2016 04",
                "２０１６０４",
                "２０１６年０４月",
                "２０１６－４",
                "201604&nbsp;",
                " 201604\u00a0\u00a0",
                "\u3000201604\u3000",
                "201604\u200b",
                "\ufeff201604\r\n"
            })
    void readsAMonthInEverySpelling(String text) throws UnreadableText {
        assertThat(MonthText.months(text)).containsExactly(YearMonth.of(2016, 4));
        assertThat(MonthText.monthOrDay(text)).contains(YearMonth.of(2016, 4));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "&nbsp;",
                "\u00a0",
                "\u3000",
                "-",
                "--",
                "——",
                "－",
                "―",
                "−",
                "/",
                "／",
                "无",
                "null",
                "NULL",
                "(null)",
                "Null",
                "0",
                "000000",
                "００００００",
                "0000-00-00"
            })
    void readsNoMonthWhereNoneIsNamed(String text) throws UnreadableText {
        assertThat(MonthText.months(text)).isEmpty();
        assertThat(MonthText.monthOrDay(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "201613",
                "201600",
                "2016-0",
                "20164",
                "16-04",
                "2016",
                "2016年",
                "April 2016",
                "不详",
                "999904",
                "2016年04",
                "2016-04月",
                "2017.1",
                "2017.4",
                "２０１７．１",
                "2017.1 ",
                "2017.10.",
                "2017.010",
                "201604\n201605",
                "201604 201605",
                "201604①",
                "20160④",
                "2016年4月②",
                "2016㋃",
                "⓪"
            })
    void doesNotGuessAMonth(String text) {
        assertThatExceptionOfType(UnreadableText.class).isThrownBy(() -> MonthText.months(text));
        assertThatExceptionOfType(UnreadableText.class).isThrownBy(() -> MonthText.monthOrDay(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "20170315",
                "2017-03-15",
                "2017-3-15",
                "2017/3/15",
                "2017.03.15",
                "2017年3月15日",
                "2017年03月15号",
                "2017 年 3 月 15 日",
                "２０１７－０３－１５",
                "2017–03–15",
                "20170315102033",
                "2017-03-15 10:20:33",
                "2017-03-15 10:20:33.0",
                "2017-03-15T10:20:33.123",
                "2017-03-15T10:20:33+08:00",
                "2017/3/15 9:05",
                "2017年3月15日 10时20分33秒",
                "2017年3月15日10:20"
            })
    void readsTheMonthOfADay(String text) throws UnreadableText {
        assertThat(MonthText.monthOrDay(text)).contains(YearMonth.of(2017, 3));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "20170230",
                "2017-02-29",
                "2017-13-01",
                "2017-03-00",
                "15/03/2017",
                "17-03-15",
                "201703151",
                "2017-03-15 10",
                "2017-03-31T23:00:00Z",
                "2017-03-15 已到账",
                "2017-03-15~2017-03-20",
                "2017-03-15\n2017-04-15"
            })
    void doesNotGuessADay(String text) {
        assertThatExceptionOfType(UnreadableText.class).isThrownBy(() -> MonthText.monthOrDay(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"20160401", "2016-04-01"})
    void takesNoDayForAMonthOfContribution(String text) {
        assertThatExceptionOfType(UnreadableText.class).isThrownBy(() -> MonthText.months(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "201511-201602",
                "201511－201602",
                "201511—201602",
                "201511——201602",
                "201511~201602",
                "201511～201602",
                "201511至201602",
                "2015-11至2016-02",
                "2015-11-2016-02",
                "2015.11 - 2016.02",
                "2015/11到2016/2",
                "2015年11月至2016年2月止",
                "２０１５１１～２０１６０２"
            })
    void readsASpanOfMonths(String text) throws UnreadableText {
        assertThat(MonthText.months(text))
                .containsExactly(
                        YearMonth.of(2015, 11), YearMonth.of(2015, 12), YearMonth.of(2016, 1), YearMonth.of(2016, 2));
    }

    @Test
    void readsASpanOfOneMonth() throws UnreadableText {
        assertThat(MonthText.months("201601-201601")).containsExactly(YearMonth.of(2016, 1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "201602-201601",
                "201601-201613",
                "2016-01-06",
                "201601-06",
                "199001-201601",
                "201601-",
                "2016.1-2016.2"
            })
    void doesNotGuessASpan(String text) {
        assertThatExceptionOfType(UnreadableText.class).isThrownBy(() -> MonthText.months(text));
    }

    @Test
    void takesNoSpanForAPostedMonth() {
        assertThatExceptionOfType(UnreadableText.class).isThrownBy(() -> MonthText.monthOrDay("201601-201606"));
    }
}
