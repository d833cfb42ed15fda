package io.tongban.permit.event;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a reader of the feed sends back to read on. Its text means something to this service only.
 *
 * @param after the last event that was handed out
 * @param completeTo up to when, by the business clock, all events had been handed out the last time that there were no more; null: never yet
 */
public record FeedCursor(FeedPosition after, @Nullable Instant completeTo) {

    private static final byte FORM = 1;
    private static final int BYTES = 1 + 4 * Long.BYTES + Long.BYTES;
    private static final long NEVER = Long.MIN_VALUE;
    private static final long MICROS = 1_000_000;
    private static final long NANOS_OF_A_MICRO = 1_000;

    /** Of the first reading. */
    static FeedCursor start() {
        return new FeedCursor(FeedPosition.start(), null);
    }

    /** The cursor behind an event. */
    public static FeedCursor behind(FeedPosition event) {
        return new FeedCursor(event, null);
    }

    /** The cursor of this text; empty if it is none. */
    public static Optional<FeedCursor> read(String text) {
        byte[] bytes;
        try {
            bytes = Base64.getUrlDecoder().decode(text);
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
        if (bytes.length != BYTES || bytes[0] != FORM) {
            return Optional.empty();
        }
        ByteBuffer from = ByteBuffer.wrap(bytes, 1, BYTES - 1);
        FeedPosition after = new FeedPosition(from.getLong(), new UUID(from.getLong(), from.getLong()), from.getLong());
        long micros = from.getLong();
        boolean isPlausible = after.position() >= 0 && after.seq() >= 0;
        return isPlausible ? Optional.of(new FeedCursor(after, instant(micros))) : Optional.empty();
    }

    /** As a reader is given it: base64url, always of the same length. */
    public String text() {
        byte[] bytes = ByteBuffer.allocate(BYTES)
                .put(FORM)
                .putLong(after.position())
                .putLong(after.caseId().getMostSignificantBits())
                .putLong(after.caseId().getLeastSignificantBits())
                .putLong(after.seq())
                .putLong(completeTo == null ? NEVER : micros(completeTo))
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static long micros(Instant instant) {
        return instant.getEpochSecond() * MICROS + instant.getNano() / NANOS_OF_A_MICRO;
    }

    private static @Nullable Instant instant(long micros) {
        return micros == NEVER
                ? null
                : Instant.ofEpochSecond(
                        Math.floorDiv(micros, MICROS), Math.floorMod(micros, MICROS) * NANOS_OF_A_MICRO);
    }
}
