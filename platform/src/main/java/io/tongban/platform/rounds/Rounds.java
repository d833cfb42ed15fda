package io.tongban.platform.rounds;

import io.micrometer.core.instrument.Counter;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** One piece of work again and again on the system clock, on every replica, one round at a time, as long as the replica runs. */
public final class Rounds implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Rounds.class);

    private final String name;
    private final Duration first;
    private final Duration every;
    private final Runnable round;
    private final Counter failures;
    private final String complaint;
    private volatile boolean failing;
    private volatile @Nullable Running running;

    private record Running(ScheduledExecutorService clockwork, Future<?> next) {}

    /**
     * Rounds that have not begun.
     *
     * @param name of their thread
     * @param first from the start to the first round
     * @param every from the end of a round to the next one
     * @param failures counts the rounds that failed
     * @param complaint what the log says of the first of several failures
     */
    public Rounds(String name, Duration first, Duration every, Runnable round, Counter failures, String complaint) {
        this.name = name;
        this.first = first;
        this.every = every;
        this.round = round;
        this.failures = failures;
        this.complaint = complaint;
    }

    /** One more round as soon as no other is under way, without waiting for it; none before the start and after the end. */
    public void soon() {
        Running now = running;
        if (now != null) {
            try {
                now.clockwork().execute(this::go);
            } catch (RejectedExecutionException ending) {
                LOG.debug("No further round of {} is begun", name, ending);
            }
        }
    }

    @Override
    public void start() {
        ScheduledExecutorService clockwork = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name(name).factory());
        running = new Running(
                clockwork,
                clockwork.scheduleWithFixedDelay(this::go, first.toNanos(), every.toNanos(), TimeUnit.NANOSECONDS));
    }

    @Override
    public void stop() {
        Running now = running;
        if (now != null) {
            running = null;
            now.next().cancel(false);
            now.clockwork().shutdown();
        }
    }

    @Override
    public boolean isRunning() {
        return running != null;
    }

    private void go() {
        try {
            round.run();
            failing = false;
        } catch (RuntimeException failure) { // a round that threw would be the last one
            failures.increment();
            if (!failing && isRunning()) {
                failing = true;
                LOG.warn(complaint, failure);
            }
        }
    }
}
