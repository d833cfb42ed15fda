package io.tongban.form;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlainNameTests {

    @ParameterizedTest
    @CsvSource({
        "王小明, 王小明",
        "'  王 小\u3000明\u200b', 王小明",
        "'Jose\u200b\u0301', José",
        "阿依古丽·买买提, 阿依古丽·买买提",
        "阿依古丽•买买提, 阿依古丽·买买提",
        "阿依古丽‧买买提, 阿依古丽·买买提",
        "阿依古丽・买买提, 阿依古丽·买买提",
        "阿依古丽･买买提, 阿依古丽·买买提",
        "阿依古丽∙买买提, 阿依古丽·买买提",
        "阿依古丽●买买提, 阿依古丽·买买提",
        "阿依古丽.买买提, 阿依古丽·买买提",
        "阿依古丽．买买提, 阿依古丽·买买提",
        "'阿依古丽 · 买买提', 阿依古丽·买买提",
        "'阿依古丽 . 买买提', 阿依古丽·买买提",
        "'MARY  ANN SMITH', MARY ANN SMITH",
        "'Mary J. Smith', Mary J. Smith", // no separator: a blank follows, and none is taken away
        "'ＭＡＲＹ SMITH', MARY SMITH",
        "'杭州3.5公司', 杭州3.5公司", // digits are no letters
        "'杭州(2)厂', 杭州(2)厂",
        "'杭州（2）厂', 杭州(2)厂",
        "'第1 车间', 第1 车间", // between a digit and a Han character the blank stays
        "'', ''",
    })
    void bringsANameIntoItsOneForm(String written, String plain) {
        PlainName name = PlainName.of(written);

        assertThat(name.text()).isEqualTo(plain);
        assertThat(PlainName.of(name.text())).as("its own form").isEqualTo(name);
    }

    @Test
    void leavesVariantCharactersAndTheSizeOfLetters() {
        assertThat(PlainName.of("吕明")).isNotEqualTo(PlainName.of("呂明"));
        assertThat(PlainName.of("葛\udb40\udd00明")).isNotEqualTo(PlainName.of("葛明"));
        assertThat(PlainName.of("Mary")).isNotEqualTo(PlainName.of("MARY"));
    }

    @Test
    void hidesItself() {
        assertThat(PlainName.of("王小明").toString()).doesNotContain("王");
    }
}
