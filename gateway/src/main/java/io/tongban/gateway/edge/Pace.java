package io.tongban.gateway.edge;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * How fast a body goes over the client's connection, by the time that is spent waiting for the client: a service that takes or
 * gives it slowly is no fault of theirs.
 */
final class Pace {

    private static final double SECOND = Duration.ofSeconds(1).toNanos();

    private final long bytesPerSecond;
    private final Duration grace;
    private final LongSupplier nanos;
    private long waited;
    private long gone;

    Pace(long bytesPerSecond, Duration grace, LongSupplier nanos) {
        this.bytesPerSecond = bytesPerSecond;
        this.grace = grace;
        this.nanos = nanos;
    }

    /** Now, to be handed to {@link #isKept}. */
    long begin() {
        return nanos.getAsLong();
    }

    /** So many bytes went over since then; false once the whole has been too slow. */
    boolean isKept(long bytes, long begun) {
        gone += bytes;
        waited += nanos.getAsLong() - begun;
        return gone >= (waited - grace.toNanos()) / SECOND * bytesPerSecond;
    }
}
