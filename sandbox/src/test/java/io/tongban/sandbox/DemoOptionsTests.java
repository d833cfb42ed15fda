package io.tongban.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DemoOptionsTests {

    private static final Path ROOT = Path.of("/clone");

    @Test
    void staysUpOnPort8400ByDefault() {
        assertThat(DemoOptions.parse(List.of(), ROOT))
                .isEqualTo(new DemoOptions(false, 8400, Path.of("/clone/.tongban")));
    }

    @Test
    void takesAllOptionsInAnyOrder() {
        assertThat(DemoOptions.parse(List.of("--data", "/other", "--once", "--port-base", "9400"), ROOT))
                .isEqualTo(new DemoOptions(true, 9400, Path.of("/other")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"--twice", "--port-base 80", "--port-base 65501", "--port-base x", "--port-base", "--data"})
    void saysWhatItDoesNotUnderstand(String arguments) {
        List<String> words = List.of(arguments.split(" "));

        assertThatThrownBy(() -> DemoOptions.parse(words, ROOT))
                .isInstanceOf(DemoOptions.Misunderstood.class)
                .hasMessageContaining(words.getFirst());
    }
}
