package io.tongban.permit.casefile.export;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import io.tongban.engine.replay.AssessedFacts;
import io.tongban.engine.replay.CaseExport;
import io.tongban.engine.standard.StandardReference;
import io.tongban.permit.casefile.view.CanonicalAssessment;
import org.jspecify.annotations.Nullable;

/** The shape of a {@link CaseExport}, for the description of the interface only: there, assessments are trees of JSON. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ExportAnswer(
        @Schema(description = "Which shape this is.", example = CaseExport.FORMAT)
        String format,

        @JsonProperty("case") CaseExport.About about,

        @Schema(description = "The version that the case was decided under.")
        StandardReference standard,

        AssessedFacts facts,

        @Schema(description = "Left out where no source was asked.")
        CaseExport.@Nullable SourceRecord record,

        CanonicalAssessment assessment,

        @Schema(description = "Over the canonical form (RFC 8785) of the assessment.")
        String digest,

        @Schema(description = "What the same look came to under the other version; left out where there was one only.")
        @Nullable
        Other other,

        CaseExport.Decision decision) {

    /** Under the version that the case was not decided under. */
    record Other(CaseExport.Role role, StandardReference standard, CanonicalAssessment assessment, String digest) {}
}
