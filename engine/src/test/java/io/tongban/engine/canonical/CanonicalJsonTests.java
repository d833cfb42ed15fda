package io.tongban.engine.canonical;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CanonicalJsonTests {

    @Test
    void sortsKeysByUtf16Units() {
        // The order of RFC 8785, 3.2.3: a surrogate pair comes before U+FB33.
        assertThat(CanonicalJson.of(Map.of("\ufb33", 1, "\ud83d\ude02", 2, "€", 3, "1", 4, "\r", 5)))
                .isEqualTo("{\"\\r\":5,\"1\":4,\"€\":3,\"\ud83d\ude02\":2,\"\ufb33\":1}");
    }

    @Test
    void escapesWhatItMustAndNothingElse() {
        assertThat(CanonicalJson.of("€$\u000f\nA'B\"\\/江")).isEqualTo("\"€$\\u000f\\nA'B\\\"\\\\/江\"");
    }

    @Test
    void writesTheRestWithoutBlanks() {
        assertThat(CanonicalJson.of(Arrays.asList(null, true, 12, -3L, List.of(), Map.of())))
                .isEqualTo("[null,true,12,-3,[],{}]");
    }

    @Test
    void refusesWhatHasMoreThanOneForm() {
        assertThatThrownBy(() -> CanonicalJson.of(1.5)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> CanonicalJson.of(1L << 53)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void digestsTheBytesOfUtf8() {
        assertThat(CanonicalJson.digest(""))
                .isEqualTo("sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    }
}
