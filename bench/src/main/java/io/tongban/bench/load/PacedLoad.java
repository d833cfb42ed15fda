package io.tongban.bench.load;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Work that begins at a steady rate, whether or not the work before is done: an open system. Each piece counts from the moment at
 * which it was to begin, so that a system that makes others wait is not measured as if nobody had come meanwhile.
 */
public final class PacedLoad implements AutoCloseable {

    private static final String NOT_SENT = "not sent: too many wait for an answer";

    private final Steps steps = new Steps();
    private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
    private final Semaphore waiting;
    private final Thread pace;
    private volatile boolean ending;

    private PacedLoad(double perSecond, int mostWaiting, Work work) {
        this.waiting = new Semaphore(mostWaiting);
        this.pace = Thread.ofPlatform().name("pace").start(() -> begin(perSecond, work));
    }

    /**
     * Begins.
     *
     * @param perSecond how many pieces of work begin in a second
     * @param mostWaiting how many may wait for their answers; more are not sent, and counted as failed
     */
    public static PacedLoad of(double perSecond, int mostWaiting, Work work) {
        return new PacedLoad(perSecond, mostWaiting, work);
    }

    private void begin(double perSecond, Work work) {
        AtomicInteger number = new AtomicInteger();
        long began = System.nanoTime();
        for (long piece = 0; !ending; piece++) {
            long due = began + (long) (piece * 1e9 / perSecond);
            long early = due - System.nanoTime();
            if (early > 0) {
                try {
                    TimeUnit.NANOSECONDS.sleep(early);
                } catch (InterruptedException ended) {
                    return;
                }
            }
            if (waiting.tryAcquire()) {
                workers.execute(() -> work(number.getAndIncrement(), due, work));
            } else {
                steps.failed(NOT_SENT);
            }
        }
    }

    private void work(int number, long due, Work work) {
        try {
            work.once(number, steps);
            steps.took(Load.WHOLE, due);
        } catch (Work.Failed failed) {
            steps.failed(String.valueOf(failed.getMessage()));
        } catch (IOException | RuntimeException broken) {
            steps.failed(broken.getClass().getSimpleName());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } finally {
            waiting.release();
        }
    }

    /** What is done from now on in this time. */
    public Interval over(Duration time) throws InterruptedException {
        return steps.over(time);
    }

    /** Begins no more, and waits for what has begun. */
    @Override
    public void close() {
        ending = true;
        pace.interrupt();
        workers.close();
    }
}
