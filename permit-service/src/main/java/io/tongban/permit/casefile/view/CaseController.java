package io.tongban.permit.casefile.view;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tongban.permit.casefile.CaseProblem;
import io.tongban.permit.casefile.ledger.CaseId;
import io.tongban.permit.casefile.visitpass.PresentedPass;
import io.tongban.platform.security.Caller;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** A case, for whoever may read it. */
@RestController
@RequestMapping(CaseReading.ADDRESS)
@Tag(name = CaseReading.TAG, description = "Applications from the first contact to their end.")
class CaseController {

    private final CaseReading reading;

    CaseController(CaseReading reading) {
        this.reading = reading;
    }

    @GetMapping("/{id}")
    @Operation(
            operationId = "getCase",
            summary = "Read a case",
            description =
                    "The case as its latest look left it, for the applicant, a reviewer of the responsible authority"
                            + " and a clerk during a visit; what does not apply in its state is left out.")
    @CaseProblem.Answers({CaseProblem.CASE_UNKNOWN, CaseProblem.CASE_NOT_AS_RECORDED})
    ResponseEntity<CaseAnswer> read(
            @Parameter(description = CaseReading.ID) @PathVariable UUID id, PresentedPass presented, Caller caller) {
        return reading.answered(reading.readable(new CaseId(id), caller, presented));
    }
}
