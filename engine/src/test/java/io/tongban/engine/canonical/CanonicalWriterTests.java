package io.tongban.engine.canonical;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CanonicalWriterTests {

    @Test
    void writesWhatCanonicalJsonWritesOfTheSameTree() {
        CanonicalWriter json = new CanonicalWriter();
        json.object();
        json.name("a")
                .array()
                .text("x")
                .nothing()
                .flag(true)
                .number(-12)
                .array()
                .endArray()
                .endArray();
        json.name("b").object().endObject();
        json.name("c").texts(Map.of("z", "1", "a", "2", "€", "3"));
        json.name("d").text(null).endObject();

        assertThat(json.written().json()).isEqualTo("""
                        {"a":["x",null,true,-12,[]],"b":{},"c":{"a":"2","z":"1","€":"3"},"d":null}""");
    }

    @ParameterizedTest
    @ValueSource(strings = {"€$\u000f\nA'B\"\\/江", "", ",", "{", "\ud83d\ude02\ud83d\ude02", "é\t\b\f\r\u0000"})
    void writesTextsAndTheirDigestAsCanonicalJsonDoes(String text) {
        assertSame(text);
    }

    @Test
    void writesAnyTextAsCanonicalJsonDoes() {
        Random random = new Random(8785);
        for (int i = 0; i < 500; i++) {
            StringBuilder text = new StringBuilder();
            random.ints(random.nextInt(3_000), 0, 0x11_0000)
                    .map(point -> random.nextBoolean() ? point % 0x80 : point)
                    .filter(point -> point < Character.MIN_SURROGATE || point > Character.MAX_SURROGATE)
                    .forEach(text::appendCodePoint);
            assertSame(text.toString());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\ud83d", "a\ud83dA", "\ude02\ud83d"})
    void refusesHalfOfACharacter(String text) {
        assertThatThrownBy(() -> new CanonicalWriter().text(text)).hasMessageContaining("half of a character");
        assertThatThrownBy(() -> new CanonicalWriter().texts(Map.of(text, "x")))
                .hasMessageContaining("half of a character");
    }

    private static void assertSame(String text) {
        Map<String, String> member = new LinkedHashMap<>();
        member.put(text, text);
        String expected = CanonicalJson.of(member);
        CanonicalWriter.Written written = new CanonicalWriter().texts(member).written();
        assertThat(written.json()).isEqualTo(expected);
        assertThat(written.digest()).isEqualTo(CanonicalJson.digest(expected));
    }
}
