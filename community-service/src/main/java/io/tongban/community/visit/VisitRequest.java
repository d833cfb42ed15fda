package io.tongban.community.visit;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where a visit begins and what for. */
record VisitRequest(
        @NotNull UUID window,
        @NotBlank @Size(max = 100) String item,
        @Nullable UUID ticket) {}
