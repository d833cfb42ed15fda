package io.tongban.permit.casefile.consent;

import java.time.Instant;
import java.util.UUID;

/**
 * A case of which a partner may be told.
 *
 * @param consent under which
 * @param since when the applicant gave it, by the business clock; of what happened before, nothing is told
 */
public record FollowedCase(UUID caseId, String partner, UUID consent, Instant since) {}
