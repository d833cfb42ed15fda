package io.tongban.bench.fault;

import io.tongban.bench.lifecycle.Newcomers;
import io.tongban.sandbox.fault.Applicant;
import io.tongban.sandbox.fault.BeforeStep;
import io.tongban.sandbox.fault.Course;
import io.tongban.sandbox.fault.Desk;
import io.tongban.sandbox.fault.Journal;
import io.tongban.sandbox.fault.PatientCase;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The load of one fault: clerks who take whole cases one after the other, in no hurry, and do not give up; and one desk that watches. */
final class Clerks implements AutoCloseable {

    private static final int AT_A_TIME = 4;

    /** No clerk begins two cases within it. */
    private static final Duration PACE = Duration.ofSeconds(1);

    private final Journal journal = new Journal();
    private final List<Desk> desks = new ArrayList<>();
    private final Desk watch;
    private final Newcomers newcomers;
    private final ReadWriteLock atWork = new ReentrantReadWriteLock();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final AtomicLong granted = new AtomicLong();
    private volatile boolean ending;

    private Clerks(HarmedNetwork network, String load, Newcomers newcomers) {
        this.newcomers = newcomers;
        for (int number = 0; number < AT_A_TIME; number++) {
            desks.add(network.desk(load, number));
        }
        this.watch = network.desk(load, AT_A_TIME);
    }

    /**
     * Begins.
     *
     * @param load its name, by which its accounts are told from those of other loads
     */
    static Clerks at(HarmedNetwork network, String load, Newcomers newcomers) {
        Clerks clerks = new Clerks(network, load, newcomers);
        clerks.desks.forEach(desk -> clerks.threads.execute(() -> clerks.work(desk)));
        return clerks;
    }

    Journal journal() {
        return journal;
    }

    /** The desk at which nobody works but who watches what a fault does, and who finishes what it left. */
    Desk watch() {
        return watch;
    }

    Applicant newcomer() {
        return Applicant.newcomer(newcomers.next());
    }

    /** All accounts that open visits and cases. */
    Set<String> accounts() {
        return Stream.concat(desks.stream(), Stream.of(watch))
                .map(Desk::account)
                .collect(Collectors.toSet());
    }

    /** How many whole cases were granted. */
    long granted() {
        return granted.get();
    }

    /** Does something while no clerk is at work on a case. */
    void meanwhile(Harm.Deed deed) throws IOException, InterruptedException {
        atWork.writeLock().lockInterruptibly();
        try {
            deed.run();
        } finally {
            atWork.writeLock().unlock();
        }
    }

    private void work(Desk desk) {
        try {
            while (!ending) {
                long began = System.nanoTime();
                atWork.readLock().lockInterruptibly();
                try {
                    if (new PatientCase(desk, journal).run(newcomer(), BeforeStep.NOTHING) == Course.GRANTED) {
                        granted.incrementAndGet();
                    }
                } finally {
                    atWork.readLock().unlock();
                }
                TimeUnit.NANOSECONDS.sleep(PACE.toNanos() - (System.nanoTime() - began));
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    /** Lets each clerk come to the end of their case. */
    @Override
    public void close() {
        ending = true;
        threads.close();
    }
}
