package io.tongban.permit.event;

import io.tongban.permit.casefile.ledger.EventType;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * An event as it is told to others: nothing of it says who the applicant is.
 *
 * @param window of the clerk; null of what was done at none, and of what the service did by itself
 * @param visit during which it happened; null like the window
 * @param data what happened, in the shape of the type (docs/events.md)
 * @param prevHash of the event before it in its case
 */
public record PublishedEvent(
        FeedPosition at,
        EventType type,
        Instant recordedAt,
        Instant happenedAt,
        @Nullable UUID window,
        @Nullable UUID visit,
        JsonNode data,
        String prevHash,
        String hash) {

    public UUID caseId() {
        return at.caseId();
    }

    public long seq() {
        return at.seq();
    }

    /** The same whenever and to whomever it is told. */
    public String id() {
        return caseId() + ":" + seq();
    }
}
