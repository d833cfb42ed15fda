package io.tongban.bench.load;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Workers that begin anew as soon as they have done, until the load is closed: a closed system of so many workers. */
public final class Load implements AutoCloseable {

    /** The whole of what a worker does once. */
    public static final String WHOLE = "whole";

    private static final long PAUSE_MILLIS = 50;

    private final Steps steps = new Steps();
    private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
    private volatile boolean ending;

    private Load() {}

    public static Load of(int workers, Work work) {
        Load load = new Load();
        for (int worker = 0; worker < workers; worker++) {
            int number = worker;
            load.workers.execute(() -> load.work(number, work));
        }
        return load;
    }

    /** Does the work of the first worker once, here and now. */
    public static void once(Work work) throws IOException, InterruptedException {
        work.once(0, new Steps());
    }

    private void work(int worker, Work work) {
        while (!ending) {
            long began = System.nanoTime();
            try {
                work.once(worker, steps);
                steps.took(WHOLE, began);
            } catch (Work.Failed failed) {
                steps.failed(String.valueOf(failed.getMessage()));
                if (!paused()) {
                    return;
                }
            } catch (IOException | RuntimeException broken) {
                steps.failed(broken.getClass().getSimpleName());
                if (!paused()) {
                    return;
                }
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private static boolean paused() {
        try {
            Thread.sleep(PAUSE_MILLIS); // a worker that is refused at once would take the cores from those that work
            return true;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** What is done from now on in this time. */
    public Interval over(Duration time) throws InterruptedException {
        return steps.over(time);
    }

    /** Lets every worker come to its end. */
    @Override
    public void close() {
        ending = true;
        workers.close();
    }
}
