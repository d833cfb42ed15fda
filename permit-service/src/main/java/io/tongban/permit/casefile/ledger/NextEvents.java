package io.tongban.permit.casefile.ledger;

import io.tongban.permit.casefile.ledger.LedgerEvent.Head;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Events that follow the last one of a case, oldest first, before they are appended. */
public record NextEvents(List<Next> events) {

    public NextEvents {
        events = List.copyOf(events);
    }

    /** Where the ledger ends with them. */
    public Head head() {
        LedgerEvent last = events.getLast().event();
        return new Head(last.caseId(), last.seq(), last.hash());
    }

    /** One of them, with its encrypted personal part; null when there is none. */
    static final class Next {

        private final LedgerEvent event;
        private final byte @Nullable [] sealed;

        Next(LedgerEvent event, byte @Nullable [] sealed) {
            this.event = event;
            this.sealed = sealed;
        }

        LedgerEvent event() {
            return event;
        }

        byte @Nullable [] sealed() {
            return sealed;
        }
    }
}
