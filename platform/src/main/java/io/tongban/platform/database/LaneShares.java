package io.tongban.platform.database;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * The places of a connection pool: some are reserved for each lane, the rest is for whoever comes. However much one lane asks for,
 * the others have theirs.
 */
final class LaneShares {

    /** Of what comes in no lane that has a share: the service's own work, and calls from inside. */
    static final String OWN_WORK = "own-work";

    private final ReentrantLock lock = new ReentrantLock();
    private final Map<String, Share> shares = new LinkedHashMap<>();
    private int free;

    /**
     * Shares of a pool.
     *
     * @param reserved how many places are kept for each lane; own work without a number has one
     * @throws IllegalArgumentException if the pool has fewer places than are reserved
     */
    LaneShares(int places, Map<String, Integer> reserved) {
        reserved.forEach((lane, kept) -> shares.put(lane, new Share(kept)));
        shares.computeIfAbsent(OWN_WORK, lane -> new Share(1));
        int kept = shares.values().stream().mapToInt(share -> share.reserved).sum();
        if (kept > places) {
            throw new IllegalArgumentException(
                    kept + " connections are reserved for lanes, and the pool has " + places + " in all");
        }
        this.free = places - kept;
    }

    /**
     * Takes a place, and waits for one if need be, in the order in which the calls of the lane came.
     *
     * @return the share to which {@link #leave} gives it back; null if none became free in time
     */
    @Nullable
    Share enter(@Nullable String lane, Duration atMost) throws InterruptedException {
        Share share = shareOf(lane);
        lock.lockInterruptibly();
        try {
            boolean hasPlace = (share.waiting.isEmpty() && take(share)) || waitFor(share, atMost);
            return hasPlace ? share : null;
        } finally {
            lock.unlock();
        }
    }

    private boolean waitFor(Share share, Duration atMost) throws InterruptedException {
        Waiting waiting = new Waiting(lock.newCondition());
        share.waiting.addLast(waiting);
        long left = atMost.toNanos();
        try {
            while (!waiting.hasPlace && left > 0) {
                left = waiting.turn.awaitNanos(left);
            }
            return waiting.hasPlace;
        } catch (InterruptedException interrupted) {
            if (waiting.hasPlace) {
                leave(share);
            }
            throw interrupted;
        } finally {
            share.waiting.remove(waiting);
        }
    }

    /** Gives a place back, at once to whoever has waited longest: a call that comes later cannot take it before them. */
    void leave(Share share) {
        lock.lock();
        try {
            share.used--;
            if (share.used < share.reserved) {
                handOn(share);
                return;
            }
            free++;
            shares.values().stream()
                    .filter(other -> !other.waiting.isEmpty())
                    .min(Comparator.comparingInt(other -> other.used))
                    .ifPresent(this::handOn);
        } finally {
            lock.unlock();
        }
    }

    private void handOn(Share share) {
        Waiting first = share.waiting.peekFirst();
        if (first != null && take(share)) {
            share.waiting.removeFirst();
            first.hasPlace = true;
            first.turn.signal();
        }
    }

    Collection<String> lanes() {
        return shares.keySet();
    }

    int used(String lane) {
        return counted(lane, share -> share.used);
    }

    int waiting(String lane) {
        return counted(lane, share -> share.waiting.size());
    }

    private int counted(String lane, ToIntFunction<Share> what) {
        lock.lock();
        try {
            return what.applyAsInt(shareOf(lane));
        } finally {
            lock.unlock();
        }
    }

    private boolean take(Share share) {
        if (share.used >= share.reserved) {
            if (free == 0) {
                return false;
            }
            free--;
        }
        share.used++;
        return true;
    }

    private Share shareOf(@Nullable String lane) {
        Share share = lane == null ? null : shares.get(lane);
        return share != null ? share : Objects.requireNonNull(shares.get(OWN_WORK));
    }

    /** What one lane has of the pool; its fields are read and written under the lock. */
    static final class Share {

        private final int reserved;
        private final Deque<Waiting> waiting = new ArrayDeque<>();
        private int used;

        private Share(int reserved) {
            this.reserved = reserved;
        }
    }

    /** A call that waits for a place. */
    private static final class Waiting {

        private final Condition turn;
        private boolean hasPlace;

        private Waiting(Condition turn) {
            this.turn = turn;
        }
    }
}
