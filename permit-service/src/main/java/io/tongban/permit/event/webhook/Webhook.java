package io.tongban.permit.event.webhook;

import io.tongban.permit.casefile.ledger.EventType;
import java.net.URI;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where a partner is told of events.
 *
 * @param partner the client that registered it
 * @param end null as long as it goes on
 */
record Webhook(
        UUID id,
        String partner,
        URI url,
        Set<EventType> types,
        Instant registeredAt,
        @Nullable End end) {

    Webhook {
        types = Set.copyOf(types);
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
