package io.tongban.platform.outbox;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message as whoever it concerns may read it.
 *
 * @param writtenAt by the business clock
 * @param sentAt by the system clock; null unless it was sent
 */
public record ShownMessage(
        UUID id,
        String template,
        String zh,
        String en,
        OffsetDateTime writtenAt,
        State state,
        @Nullable Instant sentAt) {

    /** What became of it. */
    public enum State {
        /** It is sent as soon as may be. */
        WAITING,
        SENT,
        /** There is nowhere to send it, or nobody took it. */
        NOT_SENT
    }
}
