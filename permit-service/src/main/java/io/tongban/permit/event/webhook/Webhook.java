package io.tongban.permit.event.webhook;

import io.tongban.permit.casefile.ledger.EventType;
import java.net.URI;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where a partner is told of events.
 *
 * @param partner the client that registered it
 * @param typeNames the types of events; a later release may know more of them
 * @param heldUntil before which nothing is sent, as its address asked; null if it never did
 * @param end null as long as it goes on
 */
record Webhook(
        UUID id,
        String partner,
        URI url,
        Set<String> typeNames,
        Instant registeredAt,
        @Nullable Instant heldUntil,
        @Nullable End end) {

    Webhook {
        typeNames = Set.copyOf(typeNames);
    }

    /** Those of its types that this release knows, in their order. */
    List<EventType> types() {
        return Arrays.stream(EventType.values()).filter(this::wants).toList();
    }

    boolean wants(EventType type) {
        return typeNames.contains(type.name());
    }

    /** Where it stands. */
    State state() {
        return end == null ? State.ACTIVE : State.ENDED;
    }

    /** Since when nothing is sent, and why. */
    record End(Instant at, Reason because) {}

    /** Where a webhook stands. */
    enum State {
        ACTIVE,
        ENDED
    }

    /** Why nothing is sent any more. */
    enum Reason {
        /** The partner said so. */
        REMOVED,
        /** Its address answered 410. */
        GONE
    }
}
