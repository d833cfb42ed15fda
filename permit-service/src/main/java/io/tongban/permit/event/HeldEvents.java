package io.tongban.permit.event;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;

/** For how long events are held that cannot be handed out yet, as of the last look. */
final class HeldEvents {

    private final Feed feed;
    private final Clock systemClock;
    private volatile double seconds;

    HeldEvents(Feed feed, Clock systemClock, MeterRegistry meters) {
        this.feed = feed;
        this.systemClock = systemClock;
        Gauge.builder("tongban.events.held", () -> seconds)
                .description(
                        "For how long, in seconds, the first event is written that cannot be handed out yet; 0 if all can be")
                .baseUnit("seconds")
                .register(meters);
    }

    void look() {
        seconds = feed.firstHeldRecordedAt()
                .map(at -> Duration.between(at, systemClock.instant()).toMillis() / 1000.0)
                .orElse(0.0);
    }
}
