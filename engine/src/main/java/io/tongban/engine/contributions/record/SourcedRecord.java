package io.tongban.engine.contributions.record;

import java.util.UUID;

/**
 * A record with the evidence that it was taken from.
 *
 * @param evidenceId where the insurance adapter keeps the raw answers
 * @param jws the record as the adapter signed it (compact JWS), see {@link SignedRecord}
 */
public record SourcedRecord(ContributionRecord record, UUID evidenceId, String jws) {

    /** Shows nothing of the person. */
    @Override
    public String toString() {
        return "SourcedRecord[" + evidenceId + "]";
    }
}
