package io.tongban.form;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.form.IdentityNumber.Kind;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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

        assertThat(number.kind()).isEqualTo(Kind.CITIZEN);
        assertThat(number.canonical()).isEqualTo("339999199001010013");
        assertThat(number).isEqualTo(IdentityNumber.of("339999199001010013"));
    }

    @Test
    void takesASmallXForTheCheckDigit() {
        String withX = firstWithCheckDigitX();

        assertThat(IdentityNumber.of(withX.replace('X', 'x')).kind()).isEqualTo(Kind.CITIZEN);
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
        assertThat(IdentityNumber.of(text).kind()).isEqualTo(Kind.INVALID);
    }

    @Test
    void hidesItself() {
        IdentityNumber number = IdentityNumber.of("339999199001010013");

        assertThat(number.toString()).doesNotContain("339999");
    }

    @Test
    void saysTheDayOfBirthAndTheSexOfACitizen() {
        assertThat(IdentityNumber.of("339999199001010013").birthDate()).contains(LocalDate.of(1990, 1, 1));
        assertThat(IdentityNumber.of("339999199001010013").isOfAMan()).isTrue();
        assertThat(IdentityNumber.of("339999199001010014").birthDate()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "933840199001010013, OTHER_DOCUMENT", // permanent residence card of foreigners
        "933840199001010010, INVALID", // the same with a wrong check digit
        "CHN330190010112, OTHER_DOCUMENT", // the card of 2017
        "chn 3301 900101 12, OTHER_DOCUMENT",
        "CHN330190133112, INVALID", // no month 13
        "CHN3301900101123, INVALID",
    })
    void tellsOtherDocumentsFromMistakes(String text, Kind kind) {
        assertThat(IdentityNumber.of(text).kind()).isEqualTo(kind);
    }

    @ParameterizedTest
    @CsvSource({"81, OTHER_DOCUMENT", "82, OTHER_DOCUMENT", "83, OTHER_DOCUMENT", "80, CITIZEN", "00, INVALID"})
    void readsTheFirstTwoDigits(String digits, Kind kind) {
        assertThat(IdentityNumber.beginning(digits + "999919900101001").kind()).isEqualTo(kind);
    }

    private static String firstWithCheckDigitX() {
        for (int sequence = 1; sequence < 1000; sequence++) {
            String text = "33999919900101%03dX".formatted(sequence);
            if (IdentityNumber.of(text).kind() == Kind.CITIZEN) {
                return text;
            }
        }
        throw new AssertionError("one in eleven numbers ends with X");
    }
}
