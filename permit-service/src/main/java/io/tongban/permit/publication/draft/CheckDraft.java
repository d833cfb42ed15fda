package io.tongban.permit.publication.draft;

import io.tongban.permit.publication.Timeline;
import java.util.OptionalLong;
import org.springframework.stereotype.Service;

/** Reads a draft as a replica would, and says when it and its neighbours would be in force. */
@Service
public class CheckDraft {

    private final DraftDesk desk;
    private final DraftExamination examination;

    CheckDraft(DraftDesk desk, DraftExamination examination) {
        this.desk = desk;
        this.examination = examination;
    }

    /** A draft that was found right. */
    public record Checked(Draft draft, Timeline timeline) {}

    /** Checks again as often as wanted; the first time that nothing is wrong the draft is validated. */
    public Checked check(String item, String version, OptionalLong revision, String editor) {
        Draft draft = desk.seen(item, version, revision);
        examination.standard(draft);
        if (draft.state() == DraftState.PUBLISHED) {
            throw DraftDesk.notReady(draft, DraftState.DRAFT);
        }
        Timeline timeline = examination.timeline(draft);
        return new Checked(
                draft.state() == DraftState.DRAFT
                        ? desk.take(draft, DraftState.VALIDATED, editor, null, validated -> {})
                        : draft,
                timeline);
    }
}
