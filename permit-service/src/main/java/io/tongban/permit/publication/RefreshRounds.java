package io.tongban.permit.publication;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Looks for new versions again and again on the system clock, on every replica, as long as it runs. */
final class RefreshRounds implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(RefreshRounds.class);

    private final ReplicaStandards replica;
    private final Duration every;
    private final Counter failures;
    private volatile boolean failing;
    private volatile @Nullable Rounds rounds;

    private record Rounds(ScheduledExecutorService clockwork, Future<?> next) {}

    RefreshRounds(ReplicaStandards replica, Duration every, MeterRegistry meters) {
        this.replica = replica;
        this.every = every;
        this.failures = Counter.builder("tongban.standards.refresh.failed")
                .description("Looks for new versions that failed; what was in force stays so")
                .register(meters);
    }

    @Override
    public void start() {
        ScheduledExecutorService clockwork = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("standards-refresh").factory());
        Future<?> begun =
                clockwork.scheduleWithFixedDelay(this::refresh, every.toNanos(), every.toNanos(), TimeUnit.NANOSECONDS);
        rounds = new Rounds(clockwork, begun);
    }

    @Override
    public void stop() {
        Rounds running = rounds;
        if (running != null) {
            rounds = null;
            running.next().cancel(false);
            running.clockwork().shutdown();
        }
    }

    @Override
    public boolean isRunning() {
        return rounds != null;
    }

    private void refresh() {
        try {
            replica.refresh();
            failing = false;
        } catch (RuntimeException failure) { // a round that threw would be the last one
            failures.increment();
            if (!failing && isRunning()) {
                failing = true;
                LOG.warn("New versions of standards cannot be looked for; what was in force stays so", failure);
            }
        }
    }
}
