package io.tongban.engine.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.form.IdentityNumber;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The persons are invented: no area begins with 339999. */
class IdentityTests {

    @Test
    void saysWhatTheNumberSays() {
        assertThat(Identity.of(IdentityNumber.of("339999199001010013")))
                .isEqualTo(new Identity(true, false, LocalDate.of(1990, 1, 1), Identity.Sex.MALE));
        assertThat(Identity.of(IdentityNumber.of("339999199001010014"))).isEqualTo(Identity.invalid());
        assertThat(Identity.of(IdentityNumber.of("933840199001010013")))
                .isEqualTo(new Identity(false, true, LocalDate.of(1990, 1, 1), Identity.Sex.MALE));
        assertThat(Identity.of(IdentityNumber.of("CHN330190010112"))).isEqualTo(new Identity(false, true, null, null));
    }

    @ParameterizedTest
    @CsvSource({"1989-12-31, false", "1990-01-01, true", "2120-01-01, true", "2120-01-02, false"})
    void isValidFromTheBirthFor130Years(LocalDate day, boolean valid) {
        assertThat(Identity.of(IdentityNumber.of("339999199001010013")).isValidOn(day))
                .isEqualTo(valid);
    }

    @Test
    void hidesItself() {
        assertThat(Identity.of(IdentityNumber.of("339999199001010013")).toString())
                .doesNotContain("1990");
    }
}
