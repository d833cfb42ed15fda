package io.tongban.sandbox.picture;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DisplayWidthTests {

    @ParameterizedTest
    @CsvSource({
        "'', 0",
        "abc, 3",
        "钱江苑, 6",
        "第1次, 5",
        "（全角）, 8",
        "ＡＢ, 4",
        "、。, 4",
        "한국, 4",
        "カナ, 4",
        "ｶﾅ, 2",
        "𠮷, 2",
        "e\u0301, 1",
        "\u200Bx, 1",
        "阿·不都, 7"
    })
    void countsColumns(String text, int columns) {
        assertThat(DisplayWidth.of(text)).isEqualTo(columns);
    }

    @Test
    void padsByColumns() {
        assertThat(DisplayWidth.pad("社保", 6)).isEqualTo("社保  ");
        assertThat(DisplayWidth.pad("社保", 3)).isEqualTo("社保");
    }
}
