package io.tongban.insurance.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CellTextTests {

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
            –280         | -280.00
            －２８０      | -280.00
            - 280.00     | -280.00
            +280         | 280.00
            (280.00)     | -280.00
            （280.00）    | -280.00
            (￥280.00元)  | -280.00
            ￥(1,280.00)  | -1280.00
            0.12345      | 0.12345
            280.00&nbsp; | 280.00
            0.00元        | 0.00
            280元         | 280.00
            280圆整       | 280.00
            280.00 元     | 280.00
            ￥280.00      | 280.00
            ¥ 280.00     | 280.00
            -￥280.00     | -280.00
            ￥-280.00     | -280.00
            RMB 1,280.00 | 1280.00
            rmb280       | 280.00
            人民币280.00元 | 280.00
            """)
    void readsAnAmountAsAValue(String text, String value) throws UnreadableText {
        assertThat(CellText.amount(text))
                .hasValueSatisfying(amount -> assertThat(amount.toPlainString()).isEqualTo(value));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", "&nbsp;", "\u00a0", "-", "--", "—", "——", "－－", "―", "−−", "─", "- -", "/", "／", "null", "NULL",
                " Null ", "无"
            })
    void readsNothingWhereACellSaysNothing(String text) throws UnreadableText {
        assertThat(CellText.amount(text)).isEmpty();
        assertThat(CellText.code(text)).isEmpty();
        assertThat(CellText.unitCode(text).isEmpty()).isTrue();
        assertThat(CellText.name(text).isEmpty()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1,23.4",
                "12,34",
                "1.234,50",
                "abc",
                "12a",
                "1 2 3 x",
                "1..2",
                ".",
                "+",
                "1e3",
                "一百",
                "280.00万元",
                "280.00美元",
                "$280",
                "280 280",
                "280.00\n280.00",
                "(-280.00)",
                "-(280.00)",
                "--280",
                "-280-",
                "280-",
                "280.-",
                "280.00-",
                "280—",
                "280.00——",
                "２８０－",
                "280 -",
                "280元-",
                "(280-)",
                "0-",
                "280+",
                "()",
                "¥",
                "元",
                "280.00/月",
                "280.00%",
                "#REF!"
            })
    void doesNotGuessAnAmount(String text) {
        assertThatExceptionOfType(UnreadableText.class).isThrownBy(() -> CellText.amount(text));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            30010001                | 30010001
            9133 0100\u00a0MA27-XW0B 1A | 91330100MA27XW0B1A
            ９１３３０１００ma27xw0b1a  | 91330100MA27XW0B1A
            9133010—0MA27−XW0B‐1A    | 91330100MA27XW0B1A
            """)
    void bringsTheCodeOfAUnitIntoItsOneForm(String text, String code) throws UnreadableText {
        assertThat(CellText.unitCode(text.replace("\\u00a0", "\u00a0")).text()).isEqualTo(code);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2²", "280②", "280⑵", "280⒉", "280₂", "28⁰", "28⓪", "280❷", "280½", "280Ⅱ", "280ⅱ", "280ª", "28㏠", "2㋀",
                "𝟐80", "🄁80", "①", "²", "⑴", "２８０²"
            })
    void takesNoMarkOfANoteForAPartOfACodeOrFigure(String text) {
        assertThatExceptionOfType(UnreadableText.class).isThrownBy(() -> CellText.amount(text));
        assertThatExceptionOfType(UnreadableText.class).isThrownBy(() -> CellText.code(text));
        assertThatExceptionOfType(UnreadableText.class).isThrownBy(() -> CellText.unitCode(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"3001\n0001", "10\n105"})
    void takesNoTwoLinesForOneCode(String text) {
        assertThatExceptionOfType(UnreadableText.class).isThrownBy(() -> CellText.code(text));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            杭州甲科技（集团）有限公司&nbsp; | 杭州甲科技(集团)有限公司
            杭州 甲科技 有限公司           | 杭州甲科技有限公司
            ABC  Trading Co. Ltd        | ABC Trading Co. Ltd
            """)
    void bringsANameIntoItsOneForm(String text, String name) {
        assertThat(CellText.name(text).text()).isEqualTo(name);
        assertThat(CellText.name("\n" + text + "\n").text()).isEqualTo(name);
    }
}
