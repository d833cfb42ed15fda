package io.tongban.insurance.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.tongban.insurance.record.Kind;
import io.tongban.insurance.source.Exchange;
import io.tongban.insurance.source.RawAnswer;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the sources sent comes back as it was, or not at all. */
class SentBySourcesTests {

    private static final Instant AT = Instant.parse("2017-04-06T01:00:00Z");

    private final byte[] bytes =
            new SentBySources(List.of(page(1), page(2)), List.of(Map.of("AAE003", "201701"))).bytes();

    @Test
    void comesBackAsItWas() {
        SentBySources read = SentBySources.read(bytes);

        assertThat(read.bytes()).isEqualTo(bytes);
        assertThat(read.exchanges()).extracting(Exchange::page).containsExactly(1, 2);
    }

    @Test
    void lessOrMoreThanItSaysIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SentBySources.read(Arrays.copyOf(bytes, bytes.length - 1)))
                .withMessage("less than the sources sent");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SentBySources.read(Arrays.copyOf(bytes, bytes.length + 1)))
                .withMessage("more than the sources sent");
    }

    private static Exchange page(int number) {
        return new Exchange("jianggan", Kind.PENSION, 2017, number, AT, AT, 200, new RawAnswer(new byte[100]), null);
    }
}
