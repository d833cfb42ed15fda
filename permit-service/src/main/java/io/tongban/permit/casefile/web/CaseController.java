package io.tongban.permit.casefile.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tongban.permit.casefile.AcceptCase;
import io.tongban.permit.casefile.AcceptCase.Insistence;
import io.tongban.permit.casefile.Act;
import io.tongban.permit.casefile.AddPapers;
import io.tongban.permit.casefile.AddStatement;
import io.tongban.permit.casefile.CaseFile;
import io.tongban.permit.casefile.CaseId;
import io.tongban.permit.casefile.CaseProblem;
import io.tongban.permit.casefile.ChooseStandard;
import io.tongban.permit.casefile.CloseCase;
import io.tongban.permit.casefile.DecideCase;
import io.tongban.permit.casefile.OpenCase;
import io.tongban.permit.casefile.Recorded;
import io.tongban.permit.casefile.ReopenCase;
import io.tongban.permit.casefile.Statement;
import io.tongban.permit.casefile.ledger.Actor;
import io.tongban.permit.casefile.visitpass.PresentedPass;
import io.tongban.permit.casefile.web.CaseBodies.AcceptanceBody;
import io.tongban.permit.casefile.web.CaseBodies.ChoiceBody;
import io.tongban.permit.casefile.web.CaseBodies.DeathBody;
import io.tongban.permit.casefile.web.CaseBodies.DecisionBody;
import io.tongban.permit.casefile.web.CaseBodies.OpenBody;
import io.tongban.permit.casefile.web.CaseBodies.ReopeningBody;
import io.tongban.permit.casefile.web.CaseBodies.StatementBody;
import io.tongban.permit.casefile.web.CaseBodies.WithdrawalBody;
import io.tongban.permit.casefile.web.FactsBody.PapersBody;
import io.tongban.platform.entitytag.EntityTag;
import io.tongban.platform.entitytag.IfMatch;
import io.tongban.platform.idempotency.IdempotentCreate;
import io.tongban.platform.problem.Problem;
import io.tongban.platform.security.Caller;
import jakarta.validation.Valid;
import java.net.URI;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** A case from the first contact to its end; an act names the version of the case that was seen, a statement none. */
@RestController
@RequestMapping("/api/v1/cases")
@Tag(name = CaseController.TAG, description = "Applications from the first contact to their end.")
class CaseController {

    static final String TAG = "cases";

    static final String ID = "The id of the case.";

    private final OpenCase openCase;
    private final AddPapers addPapers;
    private final ChooseStandard chooseStandard;
    private final AcceptCase acceptCase;
    private final DecideCase decideCase;
    private final CloseCase closeCase;
    private final ReopenCase reopenCase;
    private final AddStatement addStatement;
    private final CaseReading reading;

    CaseController(
            OpenCase openCase,
            AddPapers addPapers,
            ChooseStandard chooseStandard,
            AcceptCase acceptCase,
            DecideCase decideCase,
            CloseCase closeCase,
            ReopenCase reopenCase,
            AddStatement addStatement,
            CaseReading reading) {
        this.openCase = openCase;
        this.addPapers = addPapers;
        this.chooseStandard = chooseStandard;
        this.acceptCase = acceptCase;
        this.decideCase = decideCase;
        this.closeCase = closeCase;
        this.reopenCase = reopenCase;
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
        CaseProblem.RESIDENCE_OUTSIDE_CITY
    })
    ResponseEntity<CaseAnswer> open(@Valid @RequestBody OpenBody body, PresentedPass presented, Caller caller) {
        Recorded opened = openCase.open(body.item(), body.route(), body.facts(), presented, caller);
        return ResponseEntity.created(
                        URI.create("/api/v1/cases/" + opened.file().id()))
                .eTag(EntityTag.of(opened.file().version()))
                .body(reading.answer(opened));
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
            @Parameter(description = ID) @PathVariable UUID id, PresentedPass presented, Caller caller) {
        CaseFile file = reading.readable(new CaseId(id), caller, presented);
        return ResponseEntity.ok().eTag(EntityTag.of(file.version())).body(reading.answer(file));
    }

    @PostMapping("/{id}/papers")
    @Operation(
            operationId = "addPapers",
            summary = "Add papers to a case",
            description =
                    "Papers that the applicant brings later, and questions answered later; every criterion is assessed"
                            + " again. A case that was received provisionally may settle by it. Contributions that were read whole"
                            + " for this case today are not read again unless readAnew says so; evidence.readAt says when.")
    @CaseProblem.Answers({
        CaseProblem.CASE_UNKNOWN,
        CaseProblem.CASE_VERSION_MISSING,
        CaseProblem.CASE_CHANGED,
        CaseProblem.CASE_NOT_AS_RECORDED,
        CaseProblem.CASE_CLOSED,
        CaseProblem.PAPERS_NOT_TAKEN,
        CaseProblem.PAPERS_TOO_MANY,
        CaseProblem.PART_UNKNOWN,
        CaseProblem.STANDARD_NOT_LOADED
    })
    ResponseEntity<CaseAnswer> papers(
            @Parameter(description = ID) @PathVariable UUID id,
            @Valid @RequestBody PapersBody body,
            PresentedPass presented,
            IfMatch ifMatch,
            Caller caller) {
        CaseFile seen = reading.found(new CaseId(id), caller, presented);
        Actor actor = reading.actor(Act.PAPERS, seen, caller, presented);
        return answer(addPapers.add(
                seen,
                version(ifMatch),
                body.toPapers(),
                body.toAnswers(),
                Boolean.TRUE.equals(body.readAnew()),
                actor));
    }

    @PostMapping("/{id}/standard")
    @Operation(
            operationId = "chooseStandard",
            summary = "Choose the version of the standard",
            description =
                    "Where the pinned version and a newer one are each better for the applicant in their own way, the"
                            + " case goes by the one that is chosen, until it is decided; nothing is assessed again.")
    @CaseProblem.Answers({
        CaseProblem.CASE_UNKNOWN,
        CaseProblem.CASE_VERSION_MISSING,
        CaseProblem.CASE_CHANGED,
        CaseProblem.CASE_NOT_AS_RECORDED,
        CaseProblem.CASE_CLOSED,
        CaseProblem.ALREADY_DECIDED,
        CaseProblem.CHOICE_NOT_OPEN,
        CaseProblem.STANDARD_NOT_OFFERED
    })
    ResponseEntity<CaseAnswer> choose(
            @Parameter(description = ID) @PathVariable UUID id,
            @Valid @RequestBody ChoiceBody body,
            PresentedPass presented,
            IfMatch ifMatch,
            Caller caller) {
        CaseFile seen = reading.found(new CaseId(id), caller, presented);
        Actor actor = reading.actor(Act.STANDARD, seen, caller, presented);
        return answer(chooseStandard.choose(seen, version(ifMatch), body.version(), actor));
    }

    @PostMapping("/{id}/acceptance")
    @Operation(
            operationId = "acceptCase",
            summary = "Accept a case",
            description =
                    "Takes the case in the state that today's look leads to: ACCEPTED, or PROVISIONAL with a receipt, or"
                            + " UNDER_REVIEW. With open points it is taken only if the applicant insists on a written decision.")
    @CaseProblem.Answers({
        CaseProblem.CASE_UNKNOWN,
        CaseProblem.CASE_VERSION_MISSING,
        CaseProblem.CASE_CHANGED,
        CaseProblem.CASE_NOT_AS_RECORDED,
        CaseProblem.CASE_CLOSED,
        CaseProblem.CASE_NOT_OPEN,
        CaseProblem.OPEN_POINTS,
        CaseProblem.STANDARD_NOT_LOADED
    })
    ResponseEntity<CaseAnswer> accept(
            @Parameter(description = ID) @PathVariable UUID id,
            @Valid @RequestBody AcceptanceBody body,
            PresentedPass presented,
            IfMatch ifMatch,
            Caller caller) {
        CaseFile seen = reading.found(new CaseId(id), caller, presented);
        Actor actor = reading.actor(Act.ACCEPTANCE, seen, caller, presented);
        Insistence insistence =
                Boolean.TRUE.equals(body.insists()) ? Insistence.WANTS_A_WRITTEN_DECISION : Insistence.NONE;
        return answer(
                acceptCase.accept(seen, version(ifMatch), actor, Boolean.TRUE.equals(body.readAnew()), insistence));
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
    @CaseProblem.Answers({
        CaseProblem.CASE_UNKNOWN,
        CaseProblem.CASE_VERSION_MISSING,
        CaseProblem.CASE_CHANGED,
        CaseProblem.CASE_NOT_AS_RECORDED,
        CaseProblem.OTHER_AUTHORITY_DECIDES,
        CaseProblem.CASE_CLOSED,
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
            @Parameter(description = ID) @PathVariable UUID id,
            @Valid @RequestBody DecisionBody body,
            IfMatch ifMatch,
            Caller caller) {
        CaseFile seen = reading.forAuthority(Act.DECISION, new CaseId(id), caller);
        DecideCase.requireNotTheReceiver(seen, caller);
        long version = version(ifMatch);
        return answer(decideCase.decide(seen, version, caller, body.decision(), body.toReasons()));
    }

    @PostMapping("/{id}/withdrawal")
    @Operation(
            operationId = "withdrawCase",
            summary = "Withdraw a case",
            description =
                    "The applicant withdraws the application before it is decided, with their account or by a signed statement at any"
                            + " window; they may apply again at any time.")
    @CaseProblem.Answers({
        CaseProblem.CASE_UNKNOWN,
        CaseProblem.CASE_VERSION_MISSING,
        CaseProblem.CASE_CHANGED,
        CaseProblem.CASE_NOT_AS_RECORDED,
        CaseProblem.CASE_CLOSED,
        CaseProblem.ACT_NOT_ALLOWED,
        CaseProblem.STATEMENT_NOT_SIGNED
    })
    ResponseEntity<CaseAnswer> withdraw(
            @Parameter(description = ID) @PathVariable UUID id,
            @Valid @RequestBody WithdrawalBody body,
            PresentedPass presented,
            IfMatch ifMatch,
            Caller caller) {
        CaseFile seen = reading.found(new CaseId(id), caller, presented);
        Actor actor = reading.actor(Act.WITHDRAWAL, seen, caller, presented);
        long version = version(ifMatch);
        boolean isSigned = actor.window() == null || Boolean.TRUE.equals(body.signedStatement());
        return answer(closeCase.withdraw(seen, version, isSigned, actor));
    }

    @PostMapping("/{id}/death")
    @Operation(
            operationId = "recordDeath",
            summary = "Close the case of an applicant who died",
            description = "Closes a case that was not decided, on a document that a clerk or a reviewer saw.")
    @CaseProblem.Answers({
        CaseProblem.CASE_UNKNOWN,
        CaseProblem.CASE_VERSION_MISSING,
        CaseProblem.CASE_CHANGED,
        CaseProblem.CASE_NOT_AS_RECORDED,
        CaseProblem.CASE_CLOSED,
        CaseProblem.ACT_NOT_ALLOWED,
        CaseProblem.OTHER_AUTHORITY_DECIDES
    })
    ResponseEntity<CaseAnswer> recordDeath(
            @Parameter(description = ID) @PathVariable UUID id,
            @Valid @RequestBody DeathBody body,
            PresentedPass presented,
            IfMatch ifMatch,
            Caller caller) {
        CaseFile seen = reading.found(new CaseId(id), caller, presented);
        Actor actor = reading.actor(Act.DEATH, seen, caller, presented);
        return answer(closeCase.died(seen, version(ifMatch), body.proof(), actor));
    }

    @PostMapping("/{id}/revocation")
    @Operation(
            operationId = "revokeAcceptance",
            summary = "Revoke an acceptance",
            description =
                    "A case that did not settle in time because only papers are open that may follow is closed; the applicant may apply"
                            + " again.")
    @CaseProblem.Answers({
        CaseProblem.CASE_UNKNOWN,
        CaseProblem.CASE_VERSION_MISSING,
        CaseProblem.CASE_CHANGED,
        CaseProblem.CASE_NOT_AS_RECORDED,
        CaseProblem.CASE_CLOSED,
        CaseProblem.ACT_NOT_ALLOWED,
        CaseProblem.OTHER_AUTHORITY_DECIDES,
        CaseProblem.NO_GROUND
    })
    ResponseEntity<CaseAnswer> revoke(
            @Parameter(description = ID) @PathVariable UUID id, IfMatch ifMatch, Caller caller) {
        CaseFile seen = reading.forAuthority(Act.REVOCATION, new CaseId(id), caller);
        return answer(closeCase.revoke(seen, version(ifMatch), caller));
    }

    @PostMapping("/{id}/reopening")
    @Operation(
            operationId = "reopenCase",
            summary = "Take a case up again",
            description =
                    "A refused case, or one that was not accepted, lapsed or had its acceptance revoked, goes to a reviewer once more,"
                            + " by order; every criterion is assessed again.")
    @CaseProblem.Answers({
        CaseProblem.CASE_UNKNOWN,
        CaseProblem.CASE_VERSION_MISSING,
        CaseProblem.CASE_CHANGED,
        CaseProblem.CASE_NOT_AS_RECORDED,
        CaseProblem.CASE_CLOSED,
        CaseProblem.ACT_NOT_ALLOWED,
        CaseProblem.OTHER_AUTHORITY_DECIDES,
        CaseProblem.STANDARD_NOT_LOADED
    })
    ResponseEntity<CaseAnswer> reopen(
            @Parameter(description = ID) @PathVariable UUID id,
            @Valid @RequestBody ReopeningBody body,
            IfMatch ifMatch,
            Caller caller) {
        CaseFile seen = reading.forAuthority(Act.REOPENING, new CaseId(id), caller);
        return answer(reopenCase.reopen(seen, version(ifMatch), body.order(), body.reference(), caller));
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
            @Parameter(description = ID) @PathVariable UUID id,
            @Valid @RequestBody StatementBody body,
            PresentedPass presented,
            Caller caller) {
        CaseFile seen = reading.found(new CaseId(id), caller, presented);
        Actor actor = reading.actor(Act.STATEMENTS, seen, caller, presented);
        return answer(addStatement.add(seen.id(), new Statement(body.kind(), body.text()), actor));
    }

    private static long version(IfMatch ifMatch) {
        return ifMatch.required(
                () -> Problem.of(CaseProblem.CASE_VERSION_MISSING), () -> Problem.of(CaseProblem.CASE_CHANGED));
    }

    private ResponseEntity<CaseAnswer> answer(Recorded recorded) {
        return ResponseEntity.ok().eTag(EntityTag.of(recorded.file().version())).body(reading.answer(recorded));
    }
}
