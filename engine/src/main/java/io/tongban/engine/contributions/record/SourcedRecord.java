package io.tongban.engine.contributions.record;

import java.util.List;
import java.util.UUID;

/**
 * A record with the evidence that it was taken from.
 *
 * @param evidenceId where the insurance adapter keeps the raw answers
 * @param notAsked areas whose source was not asked although it might have answered, so that asking again soon may help
 * @param jws the record as the adapter signed it (compact JWS), see {@link SignedRecord}
 */
public record SourcedRecord(ContributionRecord record, UUID evidenceId, List<String> notAsked, String jws) {

    public SourcedRecord {
        notAsked = List.copyOf(notAsked);
    }

    /** Shows nothing of the person. */
    @Override
    public String toString() {
        return "SourcedRecord[" + evidenceId + "]";
    }
}
