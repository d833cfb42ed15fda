package io.tongban.engine.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The persons are invented: no area begins with 339999. */
class IdentityNumberTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "339999199001010013",
                " 339999 19900101 0013 ",
                "３３９９９９１９９００１０１００１３",
                "339999\u00a019900101\u30000013",
                "339999900101001"
            })
    void isTheSamePersonHoweverItIsWritten(String text) {
        IdentityNumber number = IdentityNumber.of(text);

        assertThat(number.isValid()).isTrue();
        assertThat(number.canonical()).isEqualTo("339999199001010013");
        assertThat(number).isEqualTo(IdentityNumber.of("339999199001010013"));
    }

    @Test
    void takesASmallXForTheCheckDigit() {
        String withX = firstWithCheckDigitX();

        assertThat(IdentityNumber.of(withX.replace('X', 'x')).isValid()).isTrue();
        assertThat(IdentityNumber.of(withX.replace('X', 'ｘ')).canonical()).isEqualTo(withX);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "339999199001010014", // check digit
                "339999199002290010", // 1990 had no 29 February
                "339999900229001", // nor in the short form
                "33999919900101001", // seventeen digits
                "3399991990010100133", // nineteen
                "33999919900101X013",
                "",
                "王小明"
            })
    void isNotValid(String text) {
        assertThat(IdentityNumber.of(text).isValid()).isFalse();
    }

    @Test
    void hidesItself() {
        IdentityNumber number = IdentityNumber.of("339999199001010013");

        assertThat(number.toString()).doesNotContain("339999");
        assertThat(number.identity().toString()).doesNotContain("1990");
    }

    @Test
    void saysTheDayOfBirthAndTheSex() {
        assertThat(IdentityNumber.of("339999199001010013").identity())
                .isEqualTo(new Identity(true, LocalDate.of(1990, 1, 1), Identity.Sex.MALE));
        assertThat(IdentityNumber.of("339999199001010014").identity()).isEqualTo(Identity.invalid());
    }

    private static String firstWithCheckDigitX() {
        for (int sequence = 1; sequence < 1000; sequence++) {
            String text = "33999919900101%03dX".formatted(sequence);
            if (IdentityNumber.of(text).isValid()) {
                return text;
            }
        }
        throw new AssertionError("one in eleven numbers ends with X");
    }
}
