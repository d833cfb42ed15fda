package io.tongban.insurance.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IdentityTests {

    @ParameterizedTest
    @CsvSource({
        "339999199001010013, 339999199001010013",
        "３３９９９９１９９００１０１００１３, 339999199001010013",
        "339999 19900101 0013, 339999199001010013",
        // The example of GB 11643, in its old and its new form.
        "110105491231002, 11010519491231002X",
        "11010519491231002x, 11010519491231002X",
        "１１０１０５１９４９１２３１００２ｘ, 11010519491231002X"
    })
    void bringsANumberIntoItsOneForm(String written, String canonical) {
        assertThat(new Identity(written, "王小明").idNumber()).isEqualTo(canonical);
    }

    @Test
    void doesNotJudgeANumber() {
        assertThat(new Identity("339999199001010010", "王小明").idNumber()).isEqualTo("339999199001010010");
        assertThat(new Identity("12345", "王小明").idNumber()).isEqualTo("12345");
    }

    @Test
    void refusesAnIdentityWithoutNumberOrName() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Identity(" ", "王小明"));
        assertThatIllegalArgumentException().isThrownBy(() -> new Identity("339999199001010013", "\u3000"));
    }

    @Test
    void hidesItself() {
        Identity identity = new Identity("339999199001010013", "王小明");
        assertThat(identity.toString()).doesNotContain("3399", "王");
        assertThat("%s %s".formatted(identity, List.of(identity))).doesNotContain("3399", "王");
    }
}
