package io.tongban.permit.publication.draft;

import java.time.Instant;

/** A draft in a list: the newest revision of its version. */
public record DraftSummary(
        String item,
        String version,
        String layer,
        int revision,
        DraftState state,
        String draftedBy,
        Instant draftedAt) {}
