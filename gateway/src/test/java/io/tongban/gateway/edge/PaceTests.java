package io.tongban.gateway.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PaceTests {

    private long now;

    private final Pace pace = new Pace(1000, Duration.ofSeconds(10), () -> now);

    @Test
    void nothingIsAskedUntilTheGraceIsOver() {
        assertThat(isKeptAfter(Duration.ofSeconds(10), 0)).isTrue();
    }

    @Test
    void afterTheGraceABodyGoesOverAtItsRateOrIsGivenUp() {
        assertThat(isKeptAfter(Duration.ofSeconds(10), 999)).isTrue();
        assertThat(isKeptAfter(Duration.ofSeconds(1), 1)).isTrue();
        assertThat(isKeptAfter(Duration.ofMillis(2), 1)).isFalse();
    }

    @Test
    void timeInWhichNobodyWaitsForTheClientDoesNotCount() {
        isKeptAfter(Duration.ofSeconds(1), 10);
        now += Duration.ofHours(1).toNanos();
        assertThat(isKeptAfter(Duration.ofSeconds(1), 10)).isTrue();
    }

    private boolean isKeptAfter(Duration time, long bytes) {
        long begun = pace.begin();
        now += time.toNanos();
        return pace.isKept(bytes, begun);
    }
}
