package io.tongban.platform.test;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What a flood of calls may be answered. */
class FloodTests {

    private final AtomicInteger sent = new AtomicInteger();

    @Test
    void aFewAreTold503ByABusyMachine() {
        assertThatCode(() -> Flood.isAnswered(200, () -> sent.incrementAndGet() < 50 ? 200 : 503, () -> {}))
                .doesNotThrowAnyException();
    }

    @Test
    void mostAreTold503WhereTheyWaitForEachOther() {
        assertThatThrownBy(() -> Flood.isAnswered(200, () -> sent.incrementAndGet() < 9 ? 200 : 503, () -> {}))
                .hasMessageContaining("of 60 answers, those with 200");
    }

    @Test
    void noneIsAnsweredOtherwise() {
        assertThatThrownBy(() -> Flood.isAnswered(200, () -> sent.incrementAndGet() < 60 ? 200 : 500, () -> {}))
                .hasMessageContaining("500");
    }
}
