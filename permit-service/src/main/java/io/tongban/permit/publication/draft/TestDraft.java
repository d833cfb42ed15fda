package io.tongban.permit.publication.draft;

import io.tongban.engine.suite.SuiteOutcome;
import java.util.OptionalLong;
import org.springframework.stereotype.Service;

/** Runs the suites of a draft. */
@Service
public class TestDraft {

    private final DraftDesk desk;
    private final DraftExamination examination;

    TestDraft(DraftDesk desk, DraftExamination examination) {
        this.desk = desk;
        this.examination = examination;
    }

    /** A draft whose suites passed. */
    public record Tested(Draft draft, int passed) {}

    /** Runs them again as often as wanted; the first time that all cases pass a validated draft is tested. */
    public Tested test(String item, String version, OptionalLong revision, String editor) {
        Draft draft = desk.seen(item, version, revision);
        if (draft.state() == DraftState.DRAFT) {
            throw DraftDesk.notReady(draft, DraftState.VALIDATED);
        }
        SuiteOutcome outcome = examination.test(draft, examination.standard(draft));
        return new Tested(
                draft.state() == DraftState.VALIDATED
                        ? desk.take(draft, DraftState.TESTED, editor, null, tested -> {})
                        : draft,
                outcome.passed());
    }
}
