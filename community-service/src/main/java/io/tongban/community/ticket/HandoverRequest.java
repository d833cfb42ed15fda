package io.tongban.community.ticket;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where the holder of a ticket goes on. */
record HandoverRequest(
        @NotNull UUID window,

        @Schema(
                description =
                        "That the applicant wishes it; an applicant who hands over their own ticket need not say so.")
        @Nullable
        Boolean wished) {}
