package io.tongban.community.permitservice;

import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Tells permit-service of ended visits, at once and again and again until it was heard; each replica tells what it finds. */
final class TellingRounds implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(TellingRounds.class);

    private static final int AT_ONCE = 100;

    private final UntoldEnds untold;
    private final PermitService permitService;
    private final Duration again;
    private final Counter failures;
    private boolean failing;
    private volatile @Nullable Rounds rounds;

    TellingRounds(UntoldEnds untold, PermitService permitService, Duration again, MeterRegistry meters) {
        this.untold = untold;
        this.permitService = permitService;
        this.again = again;
        this.failures = Counter.builder("tongban.ended-visits.untold")
                .description("Rounds in which permit-service did not hear of ended visits; it is told again")
                .register(meters);
    }

    private record Rounds(ScheduledExecutorService clockwork, Future<?> next) {}

    /** Without waiting for it. */
    void tellNow() {
        Rounds running = rounds;
        if (running != null) {
            try {
                running.clockwork().execute(this::tell);
            } catch (RejectedExecutionException stopping) {
                LOG.debug("The end of a visit is told by the next round", stopping);
            }
        }
    }

    @Override
    public void start() {
        ScheduledExecutorService clockwork = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("ended-visits").factory());
        Future<?> begun = clockwork.scheduleWithFixedDelay(this::tell, 0, again.toNanos(), TimeUnit.NANOSECONDS);
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

    private void tell() {
        try {
            List<UUID> ended = untold.oldest(AT_ONCE);
            while (!ended.isEmpty()) {
                permitService.tell(ended);
                untold.remove(ended);
                ended = untold.oldest(AT_ONCE);
            }
            failing = false;
        } catch (CallNotPermittedException stillAway) {
            failures.increment();
        } catch (RuntimeException failure) { // a round that threw would be the last one
            failures.increment();
            if (!failing && isRunning()) {
                failing = true;
                LOG.warn("permit-service does not hear of ended visits; it is told again", failure);
            }
        }
    }
}
