package io.tongban.permit.publication.draft;

import io.tongban.permit.publication.PublicationProblem;
import io.tongban.platform.problem.Problem;
import java.util.OptionalLong;
import org.springframework.stereotype.Service;

/** Four eyes: somebody who drafted none of a version's revisions says yes or no to the text that was read. */
@Service
public class ApproveDraft {

    private final DraftDesk desk;
    private final Drafts drafts;

    ApproveDraft(DraftDesk desk, Drafts drafts) {
        this.desk = desk;
        this.drafts = drafts;
    }

    public Draft approve(String item, String version, long revision, String approver) {
        Draft draft = desk.seen(item, version, OptionalLong.of(revision));
        DraftDesk.require(draft, DraftState.TESTED);
        if (drafts.wasDraftedBy(draft, approver)) {
            throw Problem.of(PublicationProblem.DRAFTER_DOES_NOT_APPROVE)
                    .withSent("item", item)
                    .withSent("version", version);
        }
        return desk.take(draft, DraftState.APPROVED, approver, null, approved -> {});
    }

    public Draft reject(String item, String version, long revision, String approver, String reason) {
        Draft draft = desk.seen(item, version, OptionalLong.of(revision));
        DraftDesk.require(draft, DraftState.TESTED);
        return desk.take(draft, DraftState.REJECTED, approver, reason, rejected -> {});
    }
}
