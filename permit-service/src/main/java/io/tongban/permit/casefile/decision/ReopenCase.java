package io.tongban.permit.casefile.decision;

import io.tongban.permit.casefile.Attempt;
import io.tongban.permit.casefile.CaseFile;
import io.tongban.permit.casefile.CaseRecords;
import io.tongban.permit.casefile.CaseState;
import io.tongban.permit.casefile.CaseState.Received;
import io.tongban.permit.casefile.CaseState.UnderReview;
import io.tongban.permit.casefile.CaseTransitions;
import io.tongban.permit.casefile.Change;
import io.tongban.permit.casefile.Change.Event;
import io.tongban.permit.casefile.Change.Step;
import io.tongban.permit.casefile.LedgerEntries;
import io.tongban.permit.casefile.PinnedStandards;
import io.tongban.permit.casefile.Recorded;
import io.tongban.permit.casefile.ReopeningOrder;
import io.tongban.permit.casefile.ledger.Actor;
import io.tongban.permit.casefile.look.Examination;
import io.tongban.permit.casefile.look.Examiner;
import io.tongban.permit.casefile.look.RequestedBy;
import io.tongban.permit.casefile.look.Sight;
import io.tongban.permit.deadline.ReviewReason;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** A case that was refused or closed is taken up again, by order; it is looked at once more and goes to a reviewer. */
@Service
public class ReopenCase {

    private final CaseRecords records;
    private final PinnedStandards standards;
    private final Examiner examiner;
    private final CaseTransitions transitions;

    ReopenCase(CaseRecords records, PinnedStandards standards, Examiner examiner, CaseTransitions transitions) {
        this.records = records;
        this.standards = standards;
        this.examiner = examiner;
        this.transitions = transitions;
    }

    /**
     * Takes the case up again.
     *
     * @param reference of the order, where it has one; null of the authority's own correction
     */
    public Recorded reopen(Attempt attempt, ReopeningOrder order, @Nullable String reference) {
        CaseFile seen = attempt.seen();
        Actor reviewer = attempt.actor();
        Examination examination = examiner.examine(
                standards.applicable(seen, transitions.today()),
                seen.origin().route(),
                seen.facts(),
                seen.look().appliedOn(),
                new RequestedBy(seen.id().toString(), reviewer.subject()),
                Sight.withoutVisit(seen.look()));
        Received received = CaseState.receivedIn(seen.state()).orElse(Received.BY_ORDER);
        UnderReview review = transitions.underReview(
                standards.published(examination.used().standard()), examination.used(), received, ReviewReason.ORDERED);
        List<Step> steps = new ArrayList<>();
        steps.add(new Event(LedgerEntries.reopened(order, reference)));
        steps.addAll(Change.checked(examination, null));
        return records.change(
                reviewer, new Change(seen.with(examination.looks()).with(review), steps));
    }
}
