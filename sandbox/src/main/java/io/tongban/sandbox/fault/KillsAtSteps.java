package io.tongban.sandbox.fault;

import io.tongban.sandbox.network.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Carries out kills in one case, each when its step comes and all is back from the one before, and has what was killed started again at
 * once, as whoever runs the network does.
 */
public final class KillsAtSteps implements BeforeStep {

    private final List<Kill> left;
    private final Mortals mortals;
    private volatile long killedNanos;
    private @Nullable Future<?> back;

    /** @param kills one at a step at most */
    public KillsAtSteps(List<Kill> kills, Mortals mortals) {
        this.left = new ArrayList<>(kills);
        this.mortals = mortals;
    }

    @Override
    public void before(Step step) throws InterruptedException {
        for (Kill kill : List.copyOf(left)) {
            if (kill.step() == step) {
                left.remove(kill);
                awaitBack();
                carryOut(kill);
            }
        }
    }

    /**
     * Waits until all that was killed is ready again.
     *
     * @return when the last of it was gone, by {@link System#nanoTime}
     * @throws IllegalStateException if a part did not come up
     */
    public long awaitBack() throws InterruptedException {
        Future<?> before = back;
        if (before != null) {
            await(before);
        }
        return killedNanos;
    }

    /** The kills whose steps did not come. */
    public List<Kill> left() {
        return List.copyOf(left);
    }

    private void carryOut(Kill kill) throws InterruptedException {
        if (kill.into().isZero()) {
            killAll(kill);
            back = inBackground(() -> startAll(kill));
        } else {
            back = inBackground(() -> {
                TimeUnit.NANOSECONDS.sleep(kill.into().toNanos());
                killAll(kill);
                startAll(kill);
            });
        }
    }

    private void killAll(Kill kill) throws InterruptedException {
        for (Part part : kill.parts()) {
            mortals.kill(part);
        }
        killedNanos = System.nanoTime();
    }

    private void startAll(Kill kill) throws InterruptedException {
        List<Future<?>> starts = new ArrayList<>();
        for (Part part : kill.parts()) {
            starts.add(inBackground(() -> mortals.startAgain(part)));
        }
        for (Future<?> start : starts) {
            await(start);
        }
    }

    private static Future<?> inBackground(Interruptible work) {
        FutureTask<?> task = new FutureTask<>(() -> {
            work.run();
            return true;
        });
        Thread.ofVirtual().name("kill").start(task);
        return task;
    }

    private static void await(Future<?> work) throws InterruptedException {
        try {
            work.get();
        } catch (ExecutionException failure) {
            throw new IllegalStateException("what was killed did not come back", failure.getCause());
        }
    }

    /** Work that may be waited for. */
    private interface Interruptible {

        void run() throws InterruptedException;
    }
}
