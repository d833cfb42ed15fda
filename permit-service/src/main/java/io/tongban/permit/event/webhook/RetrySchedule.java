package io.tongban.permit.event.webhook;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;

/**
 * When an event is tried again.
 *
 * @param pauses after the first attempt, the second, and so on
 * @param chance a number from 0 to 1, so that what failed together is not tried again together
 */
record RetrySchedule(List<Duration> pauses, DoubleSupplier chance) {

    /** The share of a pause by which it may be shorter or longer. */
    private static final double SPREAD = 0.1;

    /** No address puts off what it is told for longer than this. */
    private static final Duration LONGEST_ASKED = Duration.ofDays(1);

    RetrySchedule {
        pauses = List.copyOf(pauses);
    }

    /**
     * The pause after an attempt that failed; empty if it was the last one.
     *
     * @param attempts that have failed, this one included
     * @param retryAfter what the address asked for; it is waited at least so long
     */
    Optional<Duration> pause(int attempts, @Nullable Duration retryAfter) {
        if (attempts > pauses.size()) {
            return Optional.empty();
        }
        Duration planned = pauses.get(attempts - 1);
        double factor = 1 + SPREAD * (2 * chance.getAsDouble() - 1);
        Duration spread = Duration.ofMillis(Math.round(planned.toMillis() * factor));
        if (retryAfter == null) {
            return Optional.of(spread);
        }
        Duration asked = granted(retryAfter);
        return Optional.of(asked.compareTo(spread) > 0 ? asked : spread);
    }

    /** For how long an address is left alone that asked for this. */
    static Duration granted(Duration retryAfter) {
        return retryAfter.compareTo(LONGEST_ASKED) > 0 ? LONGEST_ASKED : retryAfter;
    }
}
