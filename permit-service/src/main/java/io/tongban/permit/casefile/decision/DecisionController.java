package io.tongban.permit.casefile.decision;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tongban.permit.casefile.Act;
import io.tongban.permit.casefile.CaseProblem;
import io.tongban.permit.casefile.CloseCase;
import io.tongban.permit.casefile.decision.DecisionBodies.DecisionBody;
import io.tongban.permit.casefile.decision.DecisionBodies.ReopeningBody;
import io.tongban.permit.casefile.view.CaseAnswer;
import io.tongban.permit.casefile.view.CaseReading;
import io.tongban.platform.entitytag.IfMatch;
import io.tongban.platform.security.Caller;
import jakarta.validation.Valid;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Acts of the authority; each names the version of the case that was seen. */
@RestController
@RequestMapping(CaseReading.ADDRESS)
@Tag(name = CaseReading.TAG)
class DecisionController {

    private final DecideCase decideCase;
    private final CloseCase closeCase;
    private final ReopenCase reopenCase;
    private final CaseReading reading;

    DecisionController(DecideCase decideCase, CloseCase closeCase, ReopenCase reopenCase, CaseReading reading) {
        this.decideCase = decideCase;
        this.closeCase = closeCase;
        this.reopenCase = reopenCase;
        this.reading = reading;
    }

    @PostMapping("/{id}/decision")
    @Operation(
            operationId = "decideCase",
            summary = "Decide a case",
            description =
                    "Grants or refuses, once: a reviewer of the responsible authority who did not accept the case. A refusal"
                            + " names open criteria of the standard as its reasons and is answered with its remedies; a grant"
                            + " leaves none open that the applicant has to meet, and may say how those were answered that a"
                            + " person had to look at.")
    @CaseProblem.OfAnAct
    @CaseProblem.Answers({
        CaseProblem.OTHER_AUTHORITY_DECIDES,
        CaseProblem.NOT_RECEIVED,
        CaseProblem.ALREADY_DECIDED,
        CaseProblem.RECEIVER_DOES_NOT_DECIDE,
        CaseProblem.REASONS_MISSING,
        CaseProblem.PART_UNKNOWN,
        CaseProblem.CRITERION_OPEN,
        CaseProblem.CRITERION_PENDING,
        CaseProblem.REASON_IS_MET,
        CaseProblem.CHOICE_OPEN,
        CaseProblem.NEWER_STANDARD_FAVOURS,
        CaseProblem.STANDARD_NOT_LOADED
    })
    ResponseEntity<CaseAnswer> decide(
            @Parameter(description = CaseReading.ID) @PathVariable UUID id,
            @Valid @RequestBody DecisionBody body,
            IfMatch ifMatch,
            Caller caller) {
        return reading.answered(decideCase.decide(
                reading.attempt(Act.DECISION, id, ifMatch, caller), body.decision(), body.toReasons()));
    }

    @PostMapping("/{id}/revocation")
    @Operation(
            operationId = "revokeAcceptance",
            summary = "Revoke an acceptance",
            description =
                    "A case that did not settle in time because only papers are open that may follow is closed; the applicant may apply"
                            + " again.")
    @CaseProblem.OfAnAct
    @CaseProblem.Answers({CaseProblem.ACT_NOT_ALLOWED, CaseProblem.OTHER_AUTHORITY_DECIDES, CaseProblem.NO_GROUND})
    ResponseEntity<CaseAnswer> revoke(
            @Parameter(description = CaseReading.ID) @PathVariable UUID id, IfMatch ifMatch, Caller caller) {
        return reading.answered(closeCase.revoke(reading.attempt(Act.REVOCATION, id, ifMatch, caller)));
    }

    @PostMapping("/{id}/reopening")
    @Operation(
            operationId = "reopenCase",
            summary = "Take a case up again",
            description =
                    "A refused case, or one that was not accepted, lapsed or had its acceptance revoked, goes to a reviewer once more,"
                            + " by order; every criterion is assessed again.")
    @CaseProblem.OfAnAct
    @CaseProblem.Answers({
        CaseProblem.ACT_NOT_ALLOWED,
        CaseProblem.OTHER_AUTHORITY_DECIDES,
        CaseProblem.STANDARD_NOT_LOADED,
        CaseProblem.CASE_ALREADY_OPEN
    })
    ResponseEntity<CaseAnswer> reopen(
            @Parameter(description = CaseReading.ID) @PathVariable UUID id,
            @Valid @RequestBody ReopeningBody body,
            IfMatch ifMatch,
            Caller caller) {
        return reading.answered(
                reopenCase.reopen(reading.attempt(Act.REOPENING, id, ifMatch, caller), body.order(), body.reference()));
    }
}
