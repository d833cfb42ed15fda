package io.tongban.permit.casefile.web;

import io.tongban.permit.casefile.AcceptCase;
import io.tongban.permit.casefile.AcceptCase.Insistence;
import io.tongban.permit.casefile.AddPapers;
import io.tongban.permit.casefile.CaseFile;
import io.tongban.permit.casefile.CaseId;
import io.tongban.permit.casefile.CaseProblem;
import io.tongban.permit.casefile.ChooseStandard;
import io.tongban.permit.casefile.DecideCase;
import io.tongban.permit.casefile.OpenCase;
import io.tongban.permit.casefile.Recorded;
import io.tongban.permit.casefile.ledger.Actor;
import io.tongban.permit.casefile.visitpass.PresentedPass;
import io.tongban.permit.casefile.visitpass.VisitPass;
import io.tongban.permit.casefile.web.CaseBodies.AcceptanceBody;
import io.tongban.permit.casefile.web.CaseBodies.ChoiceBody;
import io.tongban.permit.casefile.web.CaseBodies.DecisionBody;
import io.tongban.permit.casefile.web.CaseBodies.OpenBody;
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

@RestController
@RequestMapping("/api/v1/cases")
class CaseController {

    private final OpenCase openCase;
    private final AddPapers addPapers;
    private final ChooseStandard chooseStandard;
    private final AcceptCase acceptCase;
    private final DecideCase decideCase;
    private final CaseReading reading;

    CaseController(
            OpenCase openCase,
            AddPapers addPapers,
            ChooseStandard chooseStandard,
            AcceptCase acceptCase,
            DecideCase decideCase,
            CaseReading reading) {
        this.openCase = openCase;
        this.addPapers = addPapers;
        this.chooseStandard = chooseStandard;
        this.acceptCase = acceptCase;
        this.decideCase = decideCase;
        this.reading = reading;
    }

    @PostMapping
    @IdempotentCreate
    ResponseEntity<CaseAnswer> open(@Valid @RequestBody OpenBody body, PresentedPass presented, Caller caller) {
        VisitPass pass = presented.verify(caller, body.item());
        Recorded opened = openCase.open(body.item(), body.route(), body.facts(), pass);
        return ResponseEntity.created(
                        URI.create("/api/v1/cases/" + opened.file().id()))
                .eTag(EntityTag.of(opened.file().version()))
                .body(reading.answer(opened));
    }

    @GetMapping("/{id}")
    ResponseEntity<CaseAnswer> read(@PathVariable UUID id, PresentedPass presented, Caller caller) {
        CaseFile file = reading.readable(new CaseId(id), caller, presented);
        return ResponseEntity.ok().eTag(EntityTag.of(file.version())).body(reading.answer(file));
    }

    @PostMapping("/{id}/papers")
    ResponseEntity<CaseAnswer> papers(
            @PathVariable UUID id,
            @Valid @RequestBody PapersBody body,
            PresentedPass presented,
            IfMatch ifMatch,
            Caller caller) {
        CaseFile seen = reading.found(new CaseId(id));
        VisitPass pass = pass(seen, caller, presented);
        return answer(addPapers.add(seen, version(ifMatch), body.toPapers(), body.toAnswers(), pass));
    }

    @PostMapping("/{id}/standard")
    ResponseEntity<CaseAnswer> choose(
            @PathVariable UUID id,
            @Valid @RequestBody ChoiceBody body,
            PresentedPass presented,
            IfMatch ifMatch,
            Caller caller) {
        CaseFile seen = reading.found(new CaseId(id));
        Actor actor = reading.applicantOrClerk(seen, caller, presented);
        return answer(chooseStandard.choose(seen, version(ifMatch), body.version(), actor));
    }

    @PostMapping("/{id}/acceptance")
    ResponseEntity<CaseAnswer> accept(
            @PathVariable UUID id,
            @Valid @RequestBody AcceptanceBody body,
            PresentedPass presented,
            IfMatch ifMatch,
            Caller caller) {
        CaseFile seen = reading.found(new CaseId(id));
        VisitPass pass = pass(seen, caller, presented);
        Insistence insistence =
                Boolean.TRUE.equals(body.insists()) ? Insistence.WANTS_A_WRITTEN_DECISION : Insistence.NONE;
        return answer(acceptCase.accept(seen, version(ifMatch), pass, insistence));
    }

    @PostMapping("/{id}/decision")
    ResponseEntity<CaseAnswer> decide(
            @PathVariable UUID id, @Valid @RequestBody DecisionBody body, IfMatch ifMatch, Caller caller) {
        long version = version(ifMatch);
        CaseFile seen = reading.found(new CaseId(id));
        return answer(decideCase.decide(seen, version, caller, body.decision(), body.toReasons()));
    }

    private static VisitPass pass(CaseFile seen, Caller caller, PresentedPass presented) {
        return presented.verify(caller, seen.origin().standard().item());
    }

    private static long version(IfMatch ifMatch) {
        return ifMatch.required(
                () -> Problem.of(CaseProblem.CASE_VERSION_MISSING), () -> Problem.of(CaseProblem.CASE_CHANGED));
    }

    private ResponseEntity<CaseAnswer> answer(Recorded recorded) {
        return ResponseEntity.ok().eTag(EntityTag.of(recorded.file().version())).body(reading.answer(recorded));
    }
}
