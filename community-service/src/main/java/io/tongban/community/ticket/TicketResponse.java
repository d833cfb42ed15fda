package io.tongban.community.ticket;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A ticket on the wire; {@code ahead} says how many before it were not called yet. */
@JsonInclude(JsonInclude.Include.NON_NULL)
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
        int ahead,

        Ticket.State state,

        @Schema(description = "How often it was called.") int calls,

        @Schema(description = "After a handover the ticket at the other window; left out otherwise.") @Nullable
        UUID goesOnWith,

        @Schema(description = "The same as in the ETag.") int version) {

    static TicketResponse of(Ticket ticket, int ahead, LocalDate today) {
        TicketId goesOnWith = ticket.goesOnWith();
        return new TicketResponse(
                ticket.id().value(),
                ticket.number(),
                ticket.window().value(),
                ticket.item(),
                ticket.businessDay(),
                ticket.takenAt().toOffsetDateTime(),
                ticket.recordedAt(),
                ahead,
                ticket.stateOn(today),
                ticket.calls(),
                goesOnWith == null ? null : goesOnWith.value(),
                ticket.version());
    }

    /** A ticket in the line of a window, as its clerks see it. */
    record Waiting(
            UUID id,
            int number,
            String item,
            @Schema(description = "By the business clock.") OffsetDateTime takenAt,

            @Schema(description = "How often it was called; 0: it still waits for its turn.")
            int calls,

            @Schema(description = "The same as in the ETag.")
            int version) {

        static Waiting of(TicketLine.Waiting ticket) {
            return new Waiting(
                    ticket.id().value(),
                    ticket.position().number(),
                    ticket.item(),
                    ticket.takenAt().toOffsetDateTime(),
                    ticket.calls(),
                    ticket.calls() + 1);
        }
    }
}
