package io.tongban.permit.event.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetryScheduleTests {

    private static final List<Duration> PAUSES =
            List.of(Duration.ofSeconds(5), Duration.ofMinutes(5), Duration.ofHours(24));

    @ParameterizedTest
    @CsvSource({"1, 0.5, PT5S", "1, 0, PT4.5S", "1, 1, PT5.5S", "2, 0.5, PT5M", "3, 0.5, PT24H", "3, 0, PT21H36M"})
    void pausesATenthMoreOrLess(int attempts, double chance, Duration pause) {
        assertThat(new RetrySchedule(PAUSES, () -> chance).pause(attempts, null))
                .contains(pause);
    }

    @Test
    void endsAfterTheLastPause() {
        assertThat(new RetrySchedule(PAUSES, () -> 0.5).pause(4, Duration.ofSeconds(1)))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"PT1S, PT5M", "PT1H, PT1H", "PT100H, PT24H"})
    void waitsAtLeastAsLongAsTheAddressAsksAndADayAtMost(Duration asked, Duration pause) {
        assertThat(new RetrySchedule(PAUSES, () -> 0.5).pause(2, asked)).contains(pause);
    }
}
