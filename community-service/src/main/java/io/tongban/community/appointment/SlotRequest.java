package io.tongban.community.appointment;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where and when an appointment is wanted instead. */
record SlotRequest(
        @NotNull UUID window,

        @Schema(description = "On the hour or half past.") @NotNull
        OffsetDateTime startsAt,

        @Schema(description = "That the applicant wishes to come before the case is ready.") @Nullable
        Boolean anyway) {}
