package io.tongban.permit.publication.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
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
@Tag(name = "drafts", description = "Versions of standards before they are published.")
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
    @Operation(
            operationId = "writeDraft",
            summary = "Write a draft",
            description =
                    "A first text of a version or a changed one, which is another revision; item, version and layer are"
                            + " those that the document says.")
    @PublicationProblem.Answers({PublicationProblem.DOCUMENT_INVALID, PublicationProblem.VERSION_ALREADY_PUBLISHED})
    ResponseEntity<StateAnswer> write(@Valid @RequestBody DraftBody body, Caller caller) {
        Draft draft = writeDraft.write(body.document(), body.suites(), caller.subject());
        return ResponseEntity.created(URI.create(
                        StandardsWebConfiguration.ALL + "/" + draft.item() + "/" + draft.version() + "/draft"))
                .eTag(EntityTag.of(draft.revision()))
                .body(StateAnswer.of(draft));
    }

    @GetMapping("/drafts")
    @Operation(
            operationId = "listDrafts",
            summary = "List drafts",
            description = "Drafts that are not published yet, of each version the newest revision.")
    Page<DraftSummary> list(PageRequest page) {
        return Page.of(
                drafts.open(page.after(), page.limit() + 1),
                page.limit(),
                draft -> draft.item() + "/" + draft.version());
    }

    @GetMapping("/{item}/{version}/draft")
    @Operation(
            operationId = "getDraft",
            summary = "Read a draft",
            description = "The newest revision with all that an approver reads; the ETag is what an approval names.")
    @PublicationProblem.Answers(PublicationProblem.DRAFT_UNKNOWN)
    ResponseEntity<DraftAnswer> read(
            @Parameter(description = StandardsWebConfiguration.ITEM_NAME) @PathVariable String item,
            @Parameter(description = StandardsWebConfiguration.VERSION_NAME) @PathVariable String version) {
        Draft draft = drafts.newest(item, version);
        return ResponseEntity.ok().eTag(EntityTag.of(draft.revision())).body(DraftAnswer.of(draft));
    }

    @PostMapping("/{item}/{version}/check")
    @Operation(
            operationId = "checkDraft",
            summary = "Check a draft",
            description =
                    "Reads the draft as every replica will, and says when it and the item's other versions would be in"
                            + " force. A draft in which nothing is wrong becomes VALIDATED.")
    @PublicationProblem.Answers({
        PublicationProblem.DRAFT_UNKNOWN,
        PublicationProblem.DRAFT_CHANGED,
        PublicationProblem.DRAFT_NOT_READY,
        PublicationProblem.DOCUMENT_INVALID,
        PublicationProblem.VERSION_BEGINS_TOO_EARLY,
        PublicationProblem.PERIOD_TAKEN
    })
    CheckAnswer check(
            @Parameter(description = StandardsWebConfiguration.ITEM_NAME) @PathVariable String item,
            @Parameter(description = StandardsWebConfiguration.VERSION_NAME) @PathVariable String version,
            IfMatch ifMatch,
            Caller caller) {
        return CheckAnswer.of(checkDraft.check(item, version, ifMatch.version(), caller.subject()));
    }

    @PostMapping("/{item}/{version}/test")
    @Operation(
            operationId = "testDraft",
            summary = "Test a draft",
            description =
                    "Runs the suites of the draft through the code that decides real cases. A draft that passes becomes"
                            + " TESTED.")
    @PublicationProblem.Answers({
        PublicationProblem.DRAFT_UNKNOWN,
        PublicationProblem.DRAFT_CHANGED,
        PublicationProblem.DRAFT_NOT_READY,
        PublicationProblem.DOCUMENT_INVALID,
        PublicationProblem.SUITE_MISSING,
        PublicationProblem.SUITE_FAILED,
        PublicationProblem.SUITE_TOO_LONG
    })
    TestAnswer test(
            @Parameter(description = StandardsWebConfiguration.ITEM_NAME) @PathVariable String item,
            @Parameter(description = StandardsWebConfiguration.VERSION_NAME) @PathVariable String version,
            IfMatch ifMatch,
            Caller caller) {
        return TestAnswer.of(testDraft.test(item, version, ifMatch.version(), caller.subject()));
    }

    @PostMapping("/{item}/{version}/approval")
    @Operation(
            operationId = "approveDraft",
            summary = "Approve a draft",
            description =
                    "Four eyes: whoever drafted any revision of the version does not approve it. What is approved is the"
                            + " revision that was read.")
    @PublicationProblem.Answers({
        PublicationProblem.DRAFT_UNKNOWN,
        PublicationProblem.DRAFT_CHANGED,
        PublicationProblem.DRAFT_REVISION_MISSING,
        PublicationProblem.DRAFT_NOT_READY,
        PublicationProblem.DRAFTER_DOES_NOT_APPROVE
    })
    StateAnswer approve(
            @Parameter(description = StandardsWebConfiguration.ITEM_NAME) @PathVariable String item,
            @Parameter(description = StandardsWebConfiguration.VERSION_NAME) @PathVariable String version,
            IfMatch ifMatch,
            Caller caller) {
        return StateAnswer.of(approveDraft.approve(item, version, read(ifMatch), caller.subject()));
    }

    @PostMapping("/{item}/{version}/rejection")
    @Operation(
            operationId = "rejectDraft",
            summary = "Reject a draft",
            description = "Sends a tested draft back to its editor with a reason; another revision follows.")
    @PublicationProblem.Answers({
        PublicationProblem.DRAFT_UNKNOWN,
        PublicationProblem.DRAFT_CHANGED,
        PublicationProblem.DRAFT_REVISION_MISSING,
        PublicationProblem.DRAFT_NOT_READY
    })
    StateAnswer reject(
            @Parameter(description = StandardsWebConfiguration.ITEM_NAME) @PathVariable String item,
            @Parameter(description = StandardsWebConfiguration.VERSION_NAME) @PathVariable String version,
            @Valid @RequestBody RejectionBody body,
            IfMatch ifMatch,
            Caller caller) {
        return StateAnswer.of(approveDraft.reject(item, version, read(ifMatch), caller.subject(), body.reason()));
    }

    @PostMapping("/{item}/{version}/publication")
    @Operation(
            operationId = "publishDraft",
            summary = "Publish a draft",
            description = "Publishes an approved draft, for ever; it is read and tested once more before.")
    @PublicationProblem.Answers({
        PublicationProblem.DRAFT_UNKNOWN,
        PublicationProblem.DRAFT_CHANGED,
        PublicationProblem.DRAFT_NOT_READY,
        PublicationProblem.DOCUMENT_INVALID,
        PublicationProblem.SUITE_MISSING,
        PublicationProblem.SUITE_FAILED,
        PublicationProblem.VERSION_BEGINS_TOO_EARLY,
        PublicationProblem.PERIOD_TAKEN
    })
    PublicationAnswer publish(
            @Parameter(description = StandardsWebConfiguration.ITEM_NAME) @PathVariable String item,
            @Parameter(description = StandardsWebConfiguration.VERSION_NAME) @PathVariable String version,
            IfMatch ifMatch,
            Caller caller) {
        return PublicationAnswer.of(publishDraft.publish(item, version, ifMatch.version(), caller.subject()));
    }

    /** The revision that the caller read: what they approve must be what they saw. */
    private static long read(IfMatch ifMatch) {
        return ifMatch.version().orElseThrow(() -> Problem.of(PublicationProblem.DRAFT_REVISION_MISSING));
    }
}
