package io.tongban.permit.casefile.export;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tongban.engine.replay.CaseExport;
import io.tongban.permit.casefile.CaseProblem;
import io.tongban.permit.casefile.ledger.CaseId;
import io.tongban.permit.casefile.view.CaseReading;
import io.tongban.platform.security.Caller;
import java.util.UUID;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** A decided case to take away. */
@RestController
@Tag(name = CaseReading.TAG)
class ExportController {

    private final CaseReading reading;
    private final ExportCase exportCase;

    ExportController(CaseReading reading, ExportCase exportCase) {
        this.reading = reading;
        this.exportCase = exportCase;
    }

    @GetMapping("/api/v1/cases/{id}/export")
    @Operation(
            operationId = "exportCase",
            summary = "Export a decided case",
            description =
                    "A decided case with the facts and the evidence that its assessment was made from, so that anyone can"
                            + " replay it. It names neither the applicant nor an identity number.")
    @ApiResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON_VALUE,
                            schema = @Schema(implementation = ExportAnswer.class)))
    @CaseProblem.Answers({
        CaseProblem.CASE_UNKNOWN,
        CaseProblem.CASE_NOT_AS_RECORDED,
        CaseProblem.CASE_NOT_DECIDED,
        CaseProblem.EVIDENCE_NOT_KEPT
    })
    ResponseEntity<CaseExport> export(@Parameter(description = CaseReading.ID) @PathVariable UUID id, Caller caller) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(exportCase.export(reading.exportable(new CaseId(id), caller)));
    }
}
