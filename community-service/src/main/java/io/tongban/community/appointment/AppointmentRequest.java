package io.tongban.community.appointment;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What an appointment is wanted for, where and when. */
record AppointmentRequest(
        @NotNull UUID window,
        @NotBlank @Size(max = 100) String item,

        @Schema(description = "On the hour or half past.") @NotNull
        OffsetDateTime startsAt,

        @Schema(description = "The applicant's case, whose ready date counts.") @JsonProperty("case") @Nullable
        UUID caseId,

        @Schema(description = "That the applicant wishes to come before the case is ready.") @Nullable
        Boolean anyway) {}
