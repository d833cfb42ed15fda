package io.tongban.insurance.query;

import io.tongban.insurance.evidence.EvidenceDocument;
import io.tongban.insurance.evidence.SignedEvidence;
import java.util.List;

/**
 * The clean record, and the same signed.
 *
 * @param rows in no promised order
 * @param duplicateRows how many equal rows were dropped
 * @param jws compact JWS over everything above
 */
record ContributionQueryResponse(
        String evidenceId,
        String asOf,
        List<EvidenceDocument.CoverageEntry> coverage,
        List<EvidenceDocument.RowEntry> rows,
        int duplicateRows,
        String jws) {

    static ContributionQueryResponse of(SignedEvidence evidence) {
        EvidenceDocument document = evidence.document();
        return new ContributionQueryResponse(
                document.evidenceId(),
                document.asOf(),
                document.coverage(),
                document.rows(),
                document.duplicateRows(),
                evidence.jws());
    }

    @Override
    public String toString() {
        return "ContributionQueryResponse[" + evidenceId + "]";
    }
}
