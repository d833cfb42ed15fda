package io.tongban.insurance.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class IdentityTests {

    @Test
    void bringsNumberAndNameIntoTheirOneForm() {
        assertThat(Identity.of("１１０１０５ 491231002", " 阿依古丽 • 买买提\u200b"))
                .isEqualTo(Identity.of("11010519491231002x", "阿依古丽·买买提"));
    }

    @Test
    void refusesAnIdentityWithoutANameOrACitizensNumber() {
        assertThatIllegalArgumentException().isThrownBy(() -> Identity.of(" ", "王小明"));
        assertThatIllegalArgumentException().isThrownBy(() -> Identity.of("339999199001010010", "王小明"));
        assertThatIllegalArgumentException().isThrownBy(() -> Identity.of("339999199001010013", "\u3000"));
    }

    @Test
    void hidesItself() {
        Identity identity = Identity.of("339999199001010013", "王小明");
        assertThat(identity.toString()).doesNotContain("3399", "王");
        assertThat("%s %s".formatted(identity, List.of(identity))).doesNotContain("3399", "王");
    }
}
