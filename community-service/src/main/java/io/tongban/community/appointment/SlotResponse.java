package io.tongban.community.appointment;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.OffsetDateTime;
import java.util.UUID;

/** A half hour of a window on the wire. */
record SlotResponse(
        UUID window,
        @Schema(description = "By the business clock.") OffsetDateTime startsAt,
        @Schema(description = "How many places are free.") int free) {

    static SlotResponse of(Slot slot) {
        return new SlotResponse(slot.window().value(), slot.startsAt().toOffsetDateTime(), slot.free());
    }
}
