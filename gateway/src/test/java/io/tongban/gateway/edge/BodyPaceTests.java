package io.tongban.gateway.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.tongban.platform.problem.Problem;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class BodyPaceTests {

    private long now;

    private final BodyPace pace = new BodyPace(1000, Duration.ofSeconds(10), () -> now);

    @Test
    void nothingIsAskedUntilTheGraceIsOver() {
        assertThatCode(() -> waitedFor(Duration.ofSeconds(10), 0)).doesNotThrowAnyException();
    }

    @Test
    void afterTheGraceABodyComesAtItsRateOrIsGivenUp() {
        waitedFor(Duration.ofSeconds(10), 999);
        assertThatCode(() -> waitedFor(Duration.ofSeconds(1), 1)).doesNotThrowAnyException();

        Problem slow = catchThrowableOfType(Problem.class, () -> waitedFor(Duration.ofMillis(2), 1));

        assertThat(slow.type()).isEqualTo(EdgeProblem.BODY_NOT_RECEIVED);
        assertThat(slow.headers()).containsEntry("Connection", "close");
    }

    @Test
    void timeInWhichNobodyReadsDoesNotCount() {
        waitedFor(Duration.ofSeconds(1), 10);
        now += Duration.ofHours(1).toNanos();
        assertThatCode(() -> waitedFor(Duration.ofSeconds(1), 10)).doesNotThrowAnyException();
    }

    private void waitedFor(Duration time, long bytes) {
        long begun = pace.begin();
        now += time.toNanos();
        pace.came(bytes, begun);
    }
}
