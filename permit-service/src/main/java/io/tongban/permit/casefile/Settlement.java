package io.tongban.permit.casefile;

import io.tongban.engine.assessment.Outcome;
import io.tongban.engine.standard.Standard;
import io.tongban.permit.casefile.CaseRecords.Change;
import io.tongban.permit.casefile.CaseState.Accepted;
import io.tongban.permit.casefile.CaseState.Provisional;
import io.tongban.permit.casefile.CaseState.ReviewReason;
import io.tongban.permit.casefile.CaseState.UnderReview;
import io.tongban.permit.casefile.ledger.LedgerEntry;
import io.tongban.permit.casefile.look.Examination;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** What becomes of a provisional case after another check: accepted, still pending, or before a person; never refused. */
@Component
class Settlement {

    private final CaseRecords records;
    private final PinnedStandards standards;
    private final CaseTransitions transitions;

    Settlement(CaseRecords records, PinnedStandards standards, CaseTransitions transitions) {
        this.records = records;
        this.standards = standards;
        this.transitions = transitions;
    }

    Change of(CaseFile locked, Provisional state, Examination examination) {
        return switch (examination.used().outcome()) {
            case ELIGIBLE -> settled(locked, state, examination);
            case PROVISIONAL -> stillPending(locked, state, examination);
            case INCOMPLETE, NOT_YET, REVIEW, INELIGIBLE ->
                toReview(locked, state, examination, ReviewReason.SETTLED_OTHERWISE);
        };
    }

    /** The clock of the decision starts today unless it runs; the application date stays. */
    private Change settled(CaseFile locked, Provisional state, Examination examination) {
        Accepted accepted = transitions.settled(state, standardOf(examination));
        return new Change(
                locked.with(examination.looks()).with(accepted),
                List.of(records.examined(locked.id(), examination), LedgerEntries.accepted(accepted)));
    }

    private Change stillPending(CaseFile locked, Provisional state, Examination examination) {
        if (transitions.today().isAfter(state.settleBy())) {
            return toReview(locked, state, examination, ReviewReason.NOT_SETTLED_IN_TIME);
        }
        Provisional next = transitions.still(state, standardOf(examination), examination.used());
        records.keep(locked.id(), examination);
        return new Change(
                locked.with(examination.looks()).with(next),
                List.of(LedgerEntries.stillPending(examination.used(), next)));
    }

    /** What a person looks at after another look at the source; he decides, whatever it finds. */
    Change of(CaseFile locked, UnderReview state, Examination examination) {
        return new Change(
                locked.with(examination.looks()).with(transitions.still(state, examination.used())),
                records.checked(locked.id(), examination, null));
    }

    private Change toReview(CaseFile locked, Provisional state, Examination examination, ReviewReason reason) {
        UnderReview review =
                transitions.underReview(standardOf(examination), examination.used(), state.received(), reason);
        List<LedgerEntry> entries = new ArrayList<>(
                examination.used().outcome() == Outcome.PROVISIONAL
                        ? List.of(records.examined(locked.id(), examination))
                        : records.checkedWithFullNotice(locked.id(), examination));
        entries.add(LedgerEntries.sentToReview(review));
        return new Change(locked.with(examination.looks()).with(review), entries);
    }

    private Standard standardOf(Examination examination) {
        return standards.published(examination.used().standard());
    }
}
