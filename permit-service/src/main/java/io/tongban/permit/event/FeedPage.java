package io.tongban.permit.event;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some events in a row.
 *
 * @param isLast whether nothing more can be handed out now
 * @param firstHeld when, by the business clock, the first event happened that is written and cannot be handed out yet; null: there is none
 */
public record FeedPage(
        List<PublishedEvent> events,
        boolean isLast,
        @Nullable Instant firstHeld) {

    public FeedPage {
        events = List.copyOf(events);
    }

    /** Behind its last event. */
    public FeedPosition endFrom(FeedPosition begun) {
        return events.isEmpty() ? begun : events.getLast().at();
    }

    /**
     * Up to when all events were handed out, of a last page.
     *
     * @param begun when its reading was begun, by the business clock
     * @param margin how long before its end an act may say that it happened
     */
    Instant completeTo(Instant begun, Duration margin) {
        Instant first = firstHeld != null && firstHeld.isBefore(begun) ? firstHeld : begun;
        return first.minus(margin);
    }
}
