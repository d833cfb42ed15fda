package io.tongban.permit.publication.web;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;

/** What editors and approvers send. */
final class DraftBodies {

    static final int DOCUMENT_LENGTH = 262_144;
    static final int SUITE_LENGTH = 524_288;
    static final int MOST_SUITES = 20;
    static final int REASON_LENGTH = 2000;

    private DraftBodies() {}

    /**
     * A text of a version.
     *
     * @param document the standard's document, or that of one layer of it, in YAML
     * @param suites case suites in YAML; none only for a layer that is never in force alone
     */
    record DraftBody(
            @Schema(description = "The standard's document, or that of one layer of it, in YAML.")
            @NotBlank
            @Size(max = DOCUMENT_LENGTH)
            String document,

            @Schema(description = "Case suites in YAML; none only for a layer that is never in force alone.")
            @NotNull
            @Size(max = MOST_SUITES)
            List<@NotBlank @Size(max = SUITE_LENGTH) String> suites) {}

    /**
     * Why a draft is not approved.
     *
     * @param reason for its editor
     */
    record RejectionBody(
            @Schema(description = "For the editor of the draft.") @NotBlank @Size(max = REASON_LENGTH)
            String reason) {}
}
