package io.tongban.community.appointment;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import io.tongban.community.ticket.TicketId;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An appointment on the wire; {@code offers} are there when a displaced one is read. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record AppointmentResponse(
        UUID id,
        UUID window,
        String item,

        @Schema(description = "By the business clock; the appointment is for half an hour.")
        OffsetDateTime startsAt,

        Appointment.State state,
        @JsonProperty("case") @Nullable UUID caseId,

        @Schema(description = "The ticket of the check-in; left out before.") @Nullable
        UUID ticket,

        @Schema(description = "By the business clock.") OffsetDateTime bookedAt,
        @Schema(description = "By the system clock.") Instant recordedAt,
        @Schema(description = "The same as in the ETag.") int version,

        @Schema(description = "Half hours that are free in place of a displaced one; none of them is held.") @Nullable
        List<SlotResponse> offers) {

    static AppointmentResponse of(Appointment appointment) {
        return of(appointment, null);
    }

    static AppointmentResponse of(Appointment appointment, @Nullable List<Slot> offers) {
        TicketId ticket = appointment.ticket();
        return new AppointmentResponse(
                appointment.id().value(),
                appointment.window().value(),
                appointment.item(),
                appointment.startsAt().toOffsetDateTime(),
                appointment.state(),
                appointment.caseId(),
                ticket == null ? null : ticket.value(),
                appointment.bookedAt().toOffsetDateTime(),
                appointment.recordedAt(),
                appointment.version(),
                offers == null ? null : offers.stream().map(SlotResponse::of).toList());
    }
}
