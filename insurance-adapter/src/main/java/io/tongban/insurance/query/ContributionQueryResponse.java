package io.tongban.insurance.query;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import io.tongban.insurance.evidence.EvidenceDocument;
import io.tongban.insurance.evidence.SignedEvidence;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The clean record, and the same signed.
 *
 * @param rows in no promised order
 * @param duplicateRows how many equal rows were dropped
 * @param notAsked areas whose source was not asked; null where there are none
 * @param jws compact JWS over everything above
 */
record ContributionQueryResponse(
        String evidenceId,

        @Schema(description = "The business date on which the sources answered.", format = "date")
        String asOf,

        List<EvidenceDocument.CoverageEntry> coverage,
        @Schema(description = "In no promised order.") List<EvidenceDocument.RowEntry> rows,

        @Schema(description = "How many equal rows were dropped.")
        int duplicateRows,

        @Schema(
                description =
                        "Areas whose source was not asked: too many persons were being asked about, or it had just failed for others."
                                + " What is asked again within a minute may well be answered. Left out where there are none.")
        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Nullable
        List<String> notAsked,

        @Schema(description = "Compact JWS over everything above.")
        String jws) {

    static ContributionQueryResponse of(SignedEvidence evidence) {
        EvidenceDocument document = evidence.document();
        return new ContributionQueryResponse(
                document.evidenceId(),
                document.asOf(),
                document.coverage(),
                document.rows(),
                document.duplicateRows(),
                document.notAsked().isEmpty() ? null : document.notAsked(),
                evidence.jws());
    }

    @Override
    public String toString() {
        return "ContributionQueryResponse[" + evidenceId + "]";
    }
}
