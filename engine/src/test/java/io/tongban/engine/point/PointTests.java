package io.tongban.engine.point;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tongban.engine.rule.NamedPaper;
import org.junit.jupiter.api.Test;

/** The one textual form of a point. */
class PointTests {

    @Test
    void isReadAsItIsWritten() {
        assertIsWritten("residence", new Point("residence", null));
        assertIsWritten("photo:photo", new Point("photo", new NamedPaper("photo")));
        assertIsWritten(
                "employment:labour-contract:30010001",
                new Point("employment", new NamedPaper("labour-contract", "30010001")));
        assertIsWritten(
                "employment:labour-contract:A:1", new Point("employment", new NamedPaper("labour-contract", "A:1")));
    }

    @Test
    void refusesACriterionThatReadsAsAPaper() {
        assertThatThrownBy(() -> new Point("photo:photo", null)).isInstanceOf(IllegalArgumentException.class);
    }

    private static void assertIsWritten(String text, Point point) {
        assertThat(point).hasToString(text);
        assertThat(Point.of(text)).isEqualTo(point);
    }
}
