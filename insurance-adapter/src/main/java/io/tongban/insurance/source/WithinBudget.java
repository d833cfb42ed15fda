package io.tongban.insurance.source;

import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;

/** Work on virtual threads that is interrupted when the deadline has passed. */
final class WithinBudget {

    /** How long interrupted work may take to put down what it has. */
    static final Duration GRACE = Duration.ofMillis(250);

    private WithinBudget() {}

    /** Does the tasks, so many at once, and comes back when all are done or the deadline has passed, with its grace. */
    static void run(List<Runnable> tasks, int atOnce, Deadline deadline) {
        Queue<Runnable> waiting = new ConcurrentLinkedQueue<>(tasks);
        List<Thread> workers = IntStream.range(0, Math.min(atOnce, tasks.size()))
                .mapToObj(number -> Thread.ofVirtual().start(() -> work(waiting, deadline)))
                .toList();
        try {
            for (Thread worker : workers) {
                worker.join(deadline.remaining());
            }
            workers.forEach(Thread::interrupt);
            Deadline end = Deadline.in(GRACE);
            for (Thread worker : workers) {
                worker.join(end.remaining());
            }
        } catch (InterruptedException e) {
            workers.forEach(Thread::interrupt);
            Thread.currentThread().interrupt();
        }
    }

    private static void work(Queue<Runnable> waiting, Deadline deadline) {
        Runnable task = waiting.poll();
        while (task != null && !deadline.passed()) {
            task.run();
            task = waiting.poll();
        }
    }
}
