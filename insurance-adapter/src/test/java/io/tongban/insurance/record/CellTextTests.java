package io.tongban.insurance.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.YearMonth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CellTextTests {

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
                "2016/04",
                "2016/4",
                "2016.4",
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
        assertThat(CellText.month(text)).contains(YearMonth.of(2016, 4));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "&nbsp;", "\u00a0", "\u3000", "-", "--", "/", "无", "0", "000000", "００００００"})
    void readsNoMonthWhereNoneIsNamed(String text) throws UnreadableText {
        assertThat(CellText.month(text)).isEmpty();
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
                "20160401",
                "2016年",
                "April 2016",
                "不详",
                "2016-04-01",
                "999904",
                "2016年04",
                "2016-04月"
            })
    void doesNotGuessAMonth(String text) {
        assertThatExceptionOfType(UnreadableText.class).isThrownBy(() -> CellText.month(text));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            1,234.50     | 1234.50
            1234.5       | 1234.50
            1234         | 1234.00
            1,234,567.89 | 1234567.89
            .00          | 0.00
            0            | 0.00
            .5           | 0.50
            5.           | 5.00
            １，２３４．５０ | 1234.50
            -280.00      | -280.00
            −280         | -280.00
            －２８０      | -280.00
            0.12345      | 0.12345
            280.00&nbsp; | 280.00
            """)
    void readsAnAmountAsAValue(String text, String value) throws UnreadableText {
        assertThat(CellText.amount(text))
                .hasValueSatisfying(amount -> assertThat(amount.toPlainString()).isEqualTo(value));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "&nbsp;", "\u00a0", "-", "--"})
    void readsNoAmountWhereNoneIsGiven(String text) throws UnreadableText {
        assertThat(CellText.amount(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1,23.4", "12,34", "1.234,50", "abc", "12a", "1 2 3 x", "1..2", ".", "+", "1e3", "一百"})
    void doesNotGuessAnAmount(String text) {
        assertThatExceptionOfType(UnreadableText.class).isThrownBy(() -> CellText.amount(text));
    }

    @Test
    void leavesANameAsItIsWritten() {
        assertThat(CellText.trimmed("\u00a0杭州甲科技（集团）有限公司&nbsp;\r\n")).isEqualTo("杭州甲科技（集团）有限公司");
    }
}
