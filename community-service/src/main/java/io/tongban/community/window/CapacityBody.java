package io.tongban.community.window;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

/** How many appointments a window takes in each half hour. */
record CapacityBody(
        @Schema(description = "0: it gives none. What is booked stays booked.") @NotNull @Min(0) @Max(100)
        Integer capacity) {}
