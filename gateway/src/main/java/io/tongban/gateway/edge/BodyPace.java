package io.tongban.gateway.edge;

import io.tongban.platform.problem.Problem;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * How fast a request body comes, by the time that is spent waiting for it: a service that takes it slowly is no fault of the
 * client.
 */
final class BodyPace {

    private static final double SECOND = Duration.ofSeconds(1).toNanos();

    private final long bytesPerSecond;
    private final Duration grace;
    private final LongSupplier nanos;
    private long waited;
    private long received;

    BodyPace(long bytesPerSecond, Duration grace, LongSupplier nanos) {
        this.bytesPerSecond = bytesPerSecond;
        this.grace = grace;
        this.nanos = nanos;
    }

    /** Now, to be handed to {@link #came}. */
    long begin() {
        return nanos.getAsLong();
    }

    /**
     * So many bytes came since then.
     *
     * @throws Problem {@link EdgeProblem#BODY_NOT_RECEIVED} if they come too slowly
     */
    void came(long bytes, long begun) {
        received += bytes;
        waited += nanos.getAsLong() - begun;
        double needed = (waited - grace.toNanos()) / SECOND * bytesPerSecond;
        if (received < needed) {
            throw LimitedBody.tooSlow();
        }
    }
}
