package io.tongban.permit.publication.web;

import io.tongban.permit.publication.PublicationProblem;
import io.tongban.permit.publication.draft.ApproveDraft;
import io.tongban.permit.publication.draft.CheckDraft;
import io.tongban.permit.publication.draft.Draft;
import io.tongban.permit.publication.draft.DraftSummary;
import io.tongban.permit.publication.draft.Drafts;
import io.tongban.permit.publication.draft.PublishDraft;
import io.tongban.permit.publication.draft.TestDraft;
import io.tongban.permit.publication.draft.WriteDraft;
import io.tongban.permit.publication.web.DraftAnswers.CheckAnswer;
import io.tongban.permit.publication.web.DraftAnswers.DraftAnswer;
import io.tongban.permit.publication.web.DraftAnswers.PublicationAnswer;
import io.tongban.permit.publication.web.DraftAnswers.StateAnswer;
import io.tongban.permit.publication.web.DraftAnswers.TestAnswer;
import io.tongban.permit.publication.web.DraftBodies.DraftBody;
import io.tongban.permit.publication.web.DraftBodies.RejectionBody;
import io.tongban.platform.entitytag.EntityTag;
import io.tongban.platform.entitytag.IfMatch;
import io.tongban.platform.idempotency.IdempotentCreate;
import io.tongban.platform.paging.Page;
import io.tongban.platform.paging.PageRequest;
import io.tongban.platform.problem.Problem;
import io.tongban.platform.security.Caller;
import jakarta.validation.Valid;
import java.net.URI;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** From a text to a published version, step by step. */
@RestController
@RequestMapping(StandardsWebConfiguration.ALL)
class DraftController {

    private final Drafts drafts;
    private final WriteDraft writeDraft;
    private final CheckDraft checkDraft;
    private final TestDraft testDraft;
    private final ApproveDraft approveDraft;
    private final PublishDraft publishDraft;

    DraftController(
            Drafts drafts,
            WriteDraft writeDraft,
            CheckDraft checkDraft,
            TestDraft testDraft,
            ApproveDraft approveDraft,
            PublishDraft publishDraft) {
        this.drafts = drafts;
        this.writeDraft = writeDraft;
        this.checkDraft = checkDraft;
        this.testDraft = testDraft;
        this.approveDraft = approveDraft;
        this.publishDraft = publishDraft;
    }

    @PostMapping
    @IdempotentCreate
    ResponseEntity<StateAnswer> write(@Valid @RequestBody DraftBody body, Caller caller) {
        Draft draft = writeDraft.write(body.document(), body.suites(), caller.subject());
        return ResponseEntity.created(URI.create(
                        StandardsWebConfiguration.ALL + "/" + draft.item() + "/" + draft.version() + "/draft"))
                .eTag(EntityTag.of(draft.revision()))
                .body(StateAnswer.of(draft));
    }

    /** Drafts that are not published yet, the newest revision of each version. */
    @GetMapping("/drafts")
    Page<DraftSummary> list(PageRequest page) {
        return Page.of(
                drafts.open(page.after(), page.limit() + 1),
                page.limit(),
                draft -> draft.item() + "/" + draft.version());
    }

    @GetMapping("/{item}/{version}/draft")
    ResponseEntity<DraftAnswer> read(@PathVariable String item, @PathVariable String version) {
        Draft draft = drafts.newest(item, version);
        return ResponseEntity.ok().eTag(EntityTag.of(draft.revision())).body(DraftAnswer.of(draft));
    }

    @PostMapping("/{item}/{version}/check")
    CheckAnswer check(@PathVariable String item, @PathVariable String version, IfMatch ifMatch, Caller caller) {
        return CheckAnswer.of(checkDraft.check(item, version, ifMatch.version(), caller.subject()));
    }

    @PostMapping("/{item}/{version}/test")
    TestAnswer test(@PathVariable String item, @PathVariable String version, IfMatch ifMatch, Caller caller) {
        return TestAnswer.of(testDraft.test(item, version, ifMatch.version(), caller.subject()));
    }

    @PostMapping("/{item}/{version}/approval")
    StateAnswer approve(@PathVariable String item, @PathVariable String version, IfMatch ifMatch, Caller caller) {
        return StateAnswer.of(approveDraft.approve(item, version, read(ifMatch), caller.subject()));
    }

    @PostMapping("/{item}/{version}/rejection")
    StateAnswer reject(
            @PathVariable String item,
            @PathVariable String version,
            @Valid @RequestBody RejectionBody body,
            IfMatch ifMatch,
            Caller caller) {
        return StateAnswer.of(approveDraft.reject(item, version, read(ifMatch), caller.subject(), body.reason()));
    }

    @PostMapping("/{item}/{version}/publication")
    PublicationAnswer publish(@PathVariable String item, @PathVariable String version, IfMatch ifMatch, Caller caller) {
        return PublicationAnswer.of(publishDraft.publish(item, version, ifMatch.version(), caller.subject()));
    }

    /** The revision that the caller read: what they approve must be what they saw. */
    private static long read(IfMatch ifMatch) {
        return ifMatch.version().orElseThrow(() -> Problem.of(PublicationProblem.DRAFT_REVISION_MISSING));
    }
}
