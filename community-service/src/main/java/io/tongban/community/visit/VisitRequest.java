package io.tongban.community.visit;

import io.swagger.v3.oas.annotations.media.Schema;
import io.tongban.community.trip.Present;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where a visit begins, what for, and who is there. */
record VisitRequest(
        @NotNull UUID window,
        @NotBlank @Size(max = 100) String item,
        @Nullable UUID ticket,

        @Schema(
                description =
                        "OTHER is a helper who carries a paper; NOBODY: the clerk acts on the file alone, and nobody came for it.")
        @NotNull
        Present present) {}
