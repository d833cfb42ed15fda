package io.tongban.insurance.source;

import java.time.Duration;

/** A moment on the machine's monotonic clock by which something must have ended. */
record Deadline(long nanoTime) {

    static Deadline in(Duration budget) {
        return new Deadline(System.nanoTime() + budget.toNanos());
    }

    /** What is left; never negative. */
    Duration remaining() {
        return Duration.ofNanos(Math.max(0, nanoTime - System.nanoTime()));
    }

    boolean passed() {
        return nanoTime - System.nanoTime() <= 0;
    }

    /** This deadline, or {@code limit} from now when that comes first. */
    Deadline orIn(Duration limit) {
        Deadline other = in(limit);
        return other.nanoTime - nanoTime < 0 ? other : this;
    }

    /** Later by so much. */
    Deadline andThen(Duration more) {
        return new Deadline(nanoTime + more.toNanos());
    }
}
