package io.tongban.permit.event.webhook;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What became of an attempt to tell a webhook of an event. */
sealed interface Delivery {

    /** It was taken. */
    record Taken() implements Delivery {}

    /** Nobody is there any more, and nobody will be. */
    record Gone() implements Delivery {}

    /** It is no attempt: this side broke it off, or did not begin it. */
    record BrokenOff() implements Delivery {}

    /**
     * It was not taken.
     *
     * @param status null if nothing came
     * @param retryAfter what the address asks for; null if it does not
     */
    record Failed(@Nullable Integer status, @Nullable Duration retryAfter) implements Delivery {}
}
