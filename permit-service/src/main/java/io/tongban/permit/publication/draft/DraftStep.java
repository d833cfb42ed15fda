package io.tongban.permit.publication.draft;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Who brought a draft to a state, and when.
 *
 * @param on day on the business clock
 * @param reason why it was rejected; null for every other step
 */
public record DraftStep(
        DraftState state,
        String actor,
        Instant at,
        LocalDate on,
        @Nullable String reason) {}
