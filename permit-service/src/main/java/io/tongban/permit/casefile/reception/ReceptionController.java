package io.tongban.permit.casefile.reception;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tongban.permit.casefile.Act;
import io.tongban.permit.casefile.Attempt;
import io.tongban.permit.casefile.CaseProblem;
import io.tongban.permit.casefile.CloseCase;
import io.tongban.permit.casefile.Statement;
import io.tongban.permit.casefile.ledger.CaseId;
import io.tongban.permit.casefile.reception.AcceptCase.Insistence;
import io.tongban.permit.casefile.reception.LookAgain.HowToLook;
import io.tongban.permit.casefile.reception.ReceptionBodies.AcceptanceBody;
import io.tongban.permit.casefile.reception.ReceptionBodies.ChoiceBody;
import io.tongban.permit.casefile.reception.ReceptionBodies.DeathBody;
import io.tongban.permit.casefile.reception.ReceptionBodies.LookBody;
import io.tongban.permit.casefile.reception.ReceptionBodies.OpenBody;
import io.tongban.permit.casefile.reception.ReceptionBodies.StatementBody;
import io.tongban.permit.casefile.reception.ReceptionBodies.WithdrawalBody;
import io.tongban.permit.casefile.stated.FactsBody.PapersBody;
import io.tongban.permit.casefile.view.CaseAnswer;
import io.tongban.permit.casefile.view.CaseReading;
import io.tongban.permit.casefile.visitpass.PresentedPass;
import io.tongban.platform.entitytag.IfMatch;
import io.tongban.platform.idempotency.IdempotentCreate;
import io.tongban.platform.security.Caller;
import jakarta.validation.Valid;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Acts at a window and of the applicant; an act names the version of the case that was seen, a statement none. */
@RestController
@RequestMapping(CaseReading.ADDRESS)
@Tag(name = CaseReading.TAG)
class ReceptionController {

    private final OpenCase openCase;
    private final AddPapers addPapers;
    private final LookAtCase lookAtCase;
    private final ChooseStandard chooseStandard;
    private final AcceptCase acceptCase;
    private final CloseCase closeCase;
    private final AddStatement addStatement;
    private final CaseReading reading;

    ReceptionController(
            OpenCase openCase,
            AddPapers addPapers,
            LookAtCase lookAtCase,
            ChooseStandard chooseStandard,
            AcceptCase acceptCase,
            CloseCase closeCase,
            AddStatement addStatement,
            CaseReading reading) {
        this.openCase = openCase;
        this.addPapers = addPapers;
        this.lookAtCase = lookAtCase;
        this.chooseStandard = chooseStandard;
        this.acceptCase = acceptCase;
        this.closeCase = closeCase;
        this.addStatement = addStatement;
        this.reading = reading;
    }

    @PostMapping
    @IdempotentCreate
    @Operation(
            operationId = "openCase",
            summary = "Open a case",
            description =
                    "The first contact: every criterion of the route is assessed as of today, the version of the standard"
                            + " that is in force is pinned, and the responsible authority is named. What is open comes back"
                            + " as a notice, once and complete.")
    @CaseProblem.Answers({
        CaseProblem.ITEM_UNKNOWN,
        CaseProblem.STANDARD_NOT_IN_FORCE,
        CaseProblem.PART_UNKNOWN,
        CaseProblem.PAPERS_TOO_MANY,
        CaseProblem.RESIDENCE_OUTSIDE_CITY,
        CaseProblem.CASE_ALREADY_OPEN
    })
    ResponseEntity<CaseAnswer> open(@Valid @RequestBody OpenBody body, PresentedPass presented, Caller caller) {
        return reading.answeredAsNew(openCase.open(
                body.item(), body.route(), body.facts(), body.lookedAtCriteria(), body.contact(), presented, caller));
    }

    @PostMapping("/{id}/papers")
    @Operation(
            operationId = "addPapers",
            summary = "Add papers to a case",
            description =
                    "Papers that the applicant brings later, and questions answered later; every criterion is assessed"
                            + " again. A case that was received provisionally may settle by it. Contributions that were read whole"
                            + " for this case today are not read again unless readAnew says so; evidence.readAt says when.")
    @CaseProblem.OfAnAct
    @CaseProblem.Answers({
        CaseProblem.PAPERS_NOT_TAKEN,
        CaseProblem.PAPERS_TOO_MANY,
        CaseProblem.PART_UNKNOWN,
        CaseProblem.STANDARD_NOT_LOADED
    })
    ResponseEntity<CaseAnswer> papers(
            @Parameter(description = CaseReading.ID) @PathVariable UUID id,
            @Valid @RequestBody PapersBody body,
            PresentedPass presented,
            IfMatch ifMatch,
            Caller caller) {
        return reading.answered(addPapers.add(
                reading.attempt(Act.PAPERS, id, presented, ifMatch, caller),
                body.toPapers(),
                body.toAnswers(),
                new HowToLook(Boolean.TRUE.equals(body.readAnew()), body.lookedAtCriteria())));
    }

    @PostMapping("/{id}/looks")
    @Operation(
            operationId = "lookAtCase",
            summary = "Look at a case again",
            description =
                    "Every criterion is assessed again with nothing new, by a clerk in a visit or by a reviewer. A case that was received"
                            + " provisionally may settle by it; any other stays as it is.")
    @CaseProblem.OfAnAct
    @CaseProblem.Answers({
        CaseProblem.ACT_NOT_ALLOWED,
        CaseProblem.PART_UNKNOWN,
        CaseProblem.STANDARD_NOT_LOADED,
        CaseProblem.OTHER_AUTHORITY_DECIDES
    })
    ResponseEntity<CaseAnswer> look(
            @Parameter(description = CaseReading.ID) @PathVariable UUID id,
            @Valid @RequestBody LookBody body,
            PresentedPass presented,
            IfMatch ifMatch,
            Caller caller) {
        return reading.answered(lookAtCase.look(
                reading.attempt(Act.LOOKS, id, presented, ifMatch, caller),
                new HowToLook(Boolean.TRUE.equals(body.readAnew()), body.lookedAtCriteria())));
    }

    @PostMapping("/{id}/standard")
    @Operation(
            operationId = "chooseStandard",
            summary = "Choose the version of the standard",
            description =
                    "Where the pinned version and a newer one are each better for the applicant in their own way, the"
                            + " case goes by the one that is chosen, until it is decided; nothing is assessed again.")
    @CaseProblem.OfAnAct
    @CaseProblem.Answers({CaseProblem.ALREADY_DECIDED, CaseProblem.CHOICE_NOT_OPEN, CaseProblem.STANDARD_NOT_OFFERED})
    ResponseEntity<CaseAnswer> choose(
            @Parameter(description = CaseReading.ID) @PathVariable UUID id,
            @Valid @RequestBody ChoiceBody body,
            PresentedPass presented,
            IfMatch ifMatch,
            Caller caller) {
        return reading.answered(
                chooseStandard.choose(reading.attempt(Act.STANDARD, id, presented, ifMatch, caller), body.version()));
    }

    @PostMapping("/{id}/acceptance")
    @Operation(
            operationId = "acceptCase",
            summary = "Accept a case",
            description =
                    "Takes the case in the state that today's look leads to: ACCEPTED, or PROVISIONAL with a receipt, or"
                            + " UNDER_REVIEW. With open points it is taken only if the applicant insists on a written decision.")
    @CaseProblem.OfAnAct
    @CaseProblem.Answers({
        CaseProblem.CASE_NOT_OPEN,
        CaseProblem.LOOK_INCOMPLETE,
        CaseProblem.OPEN_POINTS,
        CaseProblem.STANDARD_NOT_LOADED
    })
    ResponseEntity<CaseAnswer> accept(
            @Parameter(description = CaseReading.ID) @PathVariable UUID id,
            @Valid @RequestBody AcceptanceBody body,
            PresentedPass presented,
            IfMatch ifMatch,
            Caller caller) {
        Insistence insistence =
                Boolean.TRUE.equals(body.insists()) ? Insistence.WANTS_A_WRITTEN_DECISION : Insistence.NONE;
        return reading.answered(acceptCase.accept(
                reading.attempt(Act.ACCEPTANCE, id, presented, ifMatch, caller),
                Boolean.TRUE.equals(body.readAnew()),
                insistence));
    }

    @PostMapping("/{id}/withdrawal")
    @Operation(
            operationId = "withdrawCase",
            summary = "Withdraw a case",
            description =
                    "The applicant withdraws the application before it is decided, with their account or by a signed statement at any"
                            + " window; they may apply again at any time.")
    @CaseProblem.OfAnAct
    @CaseProblem.Answers({CaseProblem.ACT_NOT_ALLOWED, CaseProblem.STATEMENT_NOT_SIGNED})
    ResponseEntity<CaseAnswer> withdraw(
            @Parameter(description = CaseReading.ID) @PathVariable UUID id,
            @Valid @RequestBody WithdrawalBody body,
            PresentedPass presented,
            IfMatch ifMatch,
            Caller caller) {
        Attempt attempt = reading.attempt(Act.WITHDRAWAL, id, presented, ifMatch, caller);
        boolean isSigned = attempt.actor().window() == null || Boolean.TRUE.equals(body.signedStatement());
        return reading.answered(closeCase.withdraw(attempt, isSigned));
    }

    @PostMapping("/{id}/death")
    @Operation(
            operationId = "recordDeath",
            summary = "Close the case of an applicant who died",
            description = "Closes a case that was not decided, on a document that a clerk or a reviewer saw.")
    @CaseProblem.OfAnAct
    @CaseProblem.Answers({CaseProblem.ACT_NOT_ALLOWED, CaseProblem.OTHER_AUTHORITY_DECIDES})
    ResponseEntity<CaseAnswer> recordDeath(
            @Parameter(description = CaseReading.ID) @PathVariable UUID id,
            @Valid @RequestBody DeathBody body,
            PresentedPass presented,
            IfMatch ifMatch,
            Caller caller) {
        return reading.answered(
                closeCase.died(reading.attempt(Act.DEATH, id, presented, ifMatch, caller), body.proof()));
    }

    @PostMapping("/{id}/statements")
    @IdempotentCreate
    @Operation(
            operationId = "addStatement",
            summary = "Say something on record",
            description =
                    "The applicant, with their account or through a clerk, says something on record, whatever the case has come to."
                            + " No version of the case has to be named.")
    @CaseProblem.Answers({CaseProblem.CASE_UNKNOWN, CaseProblem.CASE_CHANGED, CaseProblem.CASE_NOT_AS_RECORDED})
    ResponseEntity<CaseAnswer> addStatement(
            @Parameter(description = CaseReading.ID) @PathVariable UUID id,
            @Valid @RequestBody StatementBody body,
            PresentedPass presented,
            Caller caller) {
        return reading.answered(addStatement.add(
                new CaseId(id),
                new Statement(body.kind(), body.text()),
                reading.actor(Act.STATEMENTS, id, presented, caller)));
    }
}
