package io.tongban.community.visit;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;

/** A ticket on the wire; {@code ahead} says how many before it were not called yet. */
record TicketResponse(
        UUID id,
        int number,
        UUID window,
        String item,
        LocalDate businessDay,
        OffsetDateTime takenAt,
        Instant recordedAt,
        int ahead) {

    static TicketResponse of(Ticket ticket, int ahead) {
        return new TicketResponse(
                ticket.id().value(),
                ticket.number(),
                ticket.window().value(),
                ticket.item(),
                ticket.businessDay(),
                ticket.takenAt().toOffsetDateTime(),
                ticket.recordedAt(),
                ahead);
    }
}
