package io.tongban.platform.correlation;

import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Which calls are traced: those of a caller that records its trace, and of the others a share. Of either only so many in a
 * second, so that nobody makes every call dear by asking for a trace, and nobody takes the room of the calls that are drawn.
 */
final class TracedCalls {

    private final double share;
    private final Budget ofCallers;
    private final Budget drawn;

    TracedCalls(double share, int mostPerSecond, LongSupplier seconds) {
        this.share = share;
        this.ofCallers = new Budget(mostPerSecond, seconds);
        this.drawn = new Budget(mostPerSecond, seconds);
    }

    /**
     * Whether this call is traced.
     *
     * @param caller what the caller says of its trace, or null if it has none
     */
    boolean take(@Nullable TraceParent caller) {
        return caller == null
                ? ThreadLocalRandom.current().nextDouble() < share && drawn.take()
                : caller.isRecorded() && ofCallers.take();
    }

    /** So many calls in a second. */
    private static final class Budget {

        private static final int TICKS = 20;
        private static final long SECOND = 1L << TICKS;

        private final int mostPerSecond;
        private final LongSupplier seconds;
        /** The second and how many calls were traced in it, in one number. */
        private final AtomicLong taken = new AtomicLong();

        Budget(int mostPerSecond, LongSupplier seconds) {
            this.mostPerSecond = mostPerSecond;
            this.seconds = seconds;
        }

        boolean take() {
            long now = seconds.getAsLong() * SECOND;
            long after = taken.updateAndGet(before -> before < now || before >= now + SECOND ? now + 1 : before + 1);
            return after - now <= mostPerSecond;
        }
    }
}
