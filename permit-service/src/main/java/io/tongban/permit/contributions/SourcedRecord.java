package io.tongban.permit.contributions;

import java.util.UUID;

/**
 * A record with the evidence that it was taken from.
 *
 * @param evidenceId where the insurance adapter keeps the raw answers and the signature
 */
public record SourcedRecord(ContributionRecord record, UUID evidenceId) {}
