package io.tongban.permit.casefile.view;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.annotations.media.Schema;

/** The shape that {@link AssessmentJson} gives an assessment: its canonical members and the digest that covers them. */
public record AssessmentAnswer(
        @JsonUnwrapped CanonicalAssessment assessment,

        @Schema(description = "Over the canonical form (RFC 8785) of all other members.")
        String digest) {}
