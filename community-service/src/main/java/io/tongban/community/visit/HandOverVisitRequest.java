package io.tongban.community.visit;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where the applicant goes on, and how the visit here ends. */
record HandOverVisitRequest(
        @NotNull UUID window,

        @Schema(description = "That the applicant wishes it.") @Nullable
        Boolean wished,

        @Schema(description = "As for endVisit; code is HANDOVER if it is left out.") @NotNull @Valid
        EndVisitRequest end) {}
