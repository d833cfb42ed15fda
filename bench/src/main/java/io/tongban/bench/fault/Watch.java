package io.tongban.bench.fault;

import io.tongban.sandbox.fault.BeforeStep;
import io.tongban.sandbox.fault.Course;
import io.tongban.sandbox.fault.Kill;
import io.tongban.sandbox.fault.KillsAtSteps;
import io.tongban.sandbox.fault.PatientCase;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Who takes one case after the other at a desk of their own, to see when the network is whole again. */
final class Watch {

    private static final Duration LONGEST = Duration.ofMinutes(5);
    private static final long PAUSE_MILLIS = 1_000;

    private final HarmedNetwork network;
    private final Clerks clerks;

    Watch(HarmedNetwork network, Clerks clerks) {
        this.network = network;
        this.clerks = clerks;
    }

    /**
     * Waits until a whole case goes through that is begun from now on, with nothing provisional about it.
     *
     * @param sinceNanos the end of the fault, by {@link System#nanoTime}
     * @return the time from then
     * @throws IOException if none goes through for minutes
     */
    Duration untilWhole(long sinceNanos) throws IOException, InterruptedException {
        long began = System.nanoTime();
        while (System.nanoTime() - began < LONGEST.toNanos()) {
            if (run(BeforeStep.NOTHING) == Course.GRANTED) {
                return Duration.ofNanos(System.nanoTime() - sinceNanos);
            }
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
        }
        throw new IOException("no whole case went through within " + LONGEST);
    }

    /** Waits until the clerks have granted one more case. */
    void untilClerksAreAtWork() throws IOException, InterruptedException {
        long before = clerks.granted();
        long began = System.nanoTime();
        while (clerks.granted() == before) {
            if (System.nanoTime() - began > LONGEST.toNanos()) {
                throw new IOException("the clerks granted no case within " + LONGEST + ": "
                        + clerks.journal().refusals());
            }
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
        }
    }

    /**
     * Carries out a kill in a case of its own.
     *
     * @return the time from the kill until a whole case went through again
     */
    Duration survive(Kill kill) throws IOException, InterruptedException {
        KillsAtSteps killing = new KillsAtSteps(List.of(kill), network);
        while (!killing.left().isEmpty()) { // the case before may have ended early
            run(killing);
        }
        return untilWhole(killing.awaitBack());
    }

    private Course run(BeforeStep before) throws InterruptedException {
        return new PatientCase(clerks.watch(), clerks.journal()).run(clerks.newcomer(), before);
    }
}
