package io.tongban.sandbox.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class InkTests {

    @Test
    void coloursOnATerminalOnly() {
        assertThat(Ink.of(true, Map.of())).isEqualTo(Ink.COLOURED);
        assertThat(Ink.of(false, Map.of())).isEqualTo(Ink.PLAIN);
    }

    @Test
    void respectsNoColor() {
        assertThat(Ink.of(true, Map.of("NO_COLOR", "1"))).isEqualTo(Ink.PLAIN);
        assertThat(Ink.of(true, Map.of("NO_COLOR", ""))).isEqualTo(Ink.COLOURED);
        assertThat(Ink.of(true, Map.of("TERM", "dumb"))).isEqualTo(Ink.PLAIN);
    }

    @Test
    void leavesTextAloneWhenPlain() {
        assertThat(Ink.PLAIN.good("到账")).isEqualTo("到账");
        assertThat(Ink.COLOURED.good("到账")).isEqualTo("\u001b[32m到账\u001b[0m");
    }
}
