package io.tongban.permit.casefile;

import io.tongban.engine.assessment.Outcome;
import io.tongban.engine.standard.Standard;
import io.tongban.permit.casefile.CaseState.Accepted;
import io.tongban.permit.casefile.CaseState.Provisional;
import io.tongban.permit.casefile.CaseState.UnderReview;
import io.tongban.permit.casefile.Change.Event;
import io.tongban.permit.casefile.Change.FullNotice;
import io.tongban.permit.casefile.Change.Kept;
import io.tongban.permit.casefile.Change.Looked;
import io.tongban.permit.casefile.Change.Step;
import io.tongban.permit.casefile.look.Examination;
import io.tongban.permit.deadline.ReviewReason;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** What becomes of a provisional case after another check: accepted, still pending, or before a person; never refused. */
@Component
public class Settlement {

    private final PinnedStandards standards;
    private final CaseTransitions transitions;

    Settlement(PinnedStandards standards, CaseTransitions transitions) {
        this.standards = standards;
        this.transitions = transitions;
    }

    public Change of(CaseFile seen, Provisional state, Examination examination) {
        return switch (examination.used().outcome()) {
            case ELIGIBLE -> settled(seen, state, examination);
            case PROVISIONAL -> stillPending(seen, state, examination);
            case INCOMPLETE, NOT_YET, REVIEW, INELIGIBLE ->
                toReview(seen, state, examination, ReviewReason.SETTLED_OTHERWISE);
        };
    }

    /** The clock of the decision starts today unless it runs; the application date stays. */
    private Change settled(CaseFile seen, Provisional state, Examination examination) {
        Accepted accepted = transitions.settled(state, standardOf(examination));
        return new Change(
                seen.with(examination.looks()).with(accepted),
                List.of(new Looked(examination), new Event(LedgerEntries.accepted(accepted))));
    }

    private Change stillPending(CaseFile seen, Provisional state, Examination examination) {
        if (transitions.today().isAfter(state.settleBy())) {
            return toReview(seen, state, examination, ReviewReason.NOT_SETTLED_IN_TIME);
        }
        Provisional next = transitions.still(state, standardOf(examination), examination.used());
        return new Change(
                seen.with(examination.looks()).with(next),
                List.of(new Kept(examination), new Event(LedgerEntries.stillPending(examination.used(), next))));
    }

    /** What a person looks at after another look at the source; the reviewer decides, whatever it finds. */
    public Change of(CaseFile seen, UnderReview state, Examination examination) {
        return new Change(
                seen.with(examination.looks()).with(transitions.still(state, examination.used())),
                Change.checked(examination, null));
    }

    private Change toReview(CaseFile seen, Provisional state, Examination examination, ReviewReason reason) {
        UnderReview review =
                transitions.underReview(standardOf(examination), examination.used(), state.received(), reason);
        List<Step> steps = new ArrayList<>();
        steps.add(new Looked(examination));
        if (examination.used().outcome() != Outcome.PROVISIONAL) {
            steps.add(new FullNotice(examination.used()));
        }
        steps.add(new Event(LedgerEntries.sentToReview(review)));
        return new Change(seen.with(examination.looks()).with(review), steps);
    }

    private Standard standardOf(Examination examination) {
        return standards.published(examination.used().standard());
    }
}
