package io.tongban.community.ticket;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;

/** A ticket on the wire; {@code ahead} says how many before it were not called yet. */
record TicketResponse(
        UUID id,

        @Schema(description = "Counted for each window and day from 1.")
        int number,

        UUID window,
        String item,
        LocalDate validOn,
        @Schema(description = "By the business clock.") OffsetDateTime takenAt,
        @Schema(description = "By the system clock.") Instant recordedAt,

        @Schema(description = "How many tickets before it have not been called yet.")
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
