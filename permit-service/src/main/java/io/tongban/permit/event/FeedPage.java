package io.tongban.permit.event;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some events in a row.
 *
 * @param isLast whether nothing more can be handed out now
 * @param notedAt the newest moment, by the business clock, before which nobody had begun to write who has not ended; null: none is known
 */
public record FeedPage(
        List<PublishedEvent> events,
        boolean isLast,
        @Nullable Instant notedAt) {

    public FeedPage {
        events = List.copyOf(events);
    }

    /** Behind its last event. */
    public FeedPosition endFrom(FeedPosition begun) {
        return events.isEmpty() ? begun : events.getLast().at();
    }

    /**
     * Up to when, by the business clock, all events were handed out, of a last page; null if that is not known.
     *
     * @param margin how long before it begins to write an act may say that it happened
     */
    @Nullable
    Instant completeTo(Duration margin) {
        return notedAt == null ? null : notedAt.minus(margin);
    }
}
