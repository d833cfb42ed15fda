package io.tongban.insurance.evidence;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A query as it is on record.
 *
 * @param evidence what it was answered; null where it failed or has not ended
 */
public record RegisteredQuery(
        QueryId id,
        Instant askedAt,
        Reason reason,
        @Nullable EvidenceId evidence) {}
