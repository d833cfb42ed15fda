package io.tongban.permit.casefile;

import io.tongban.permit.assessment.Outcome;
import io.tongban.permit.casefile.CaseRecords.Change;
import io.tongban.permit.casefile.CaseState.Accepted;
import io.tongban.permit.casefile.CaseState.Provisional;
import io.tongban.permit.casefile.CaseState.ReviewReason;
import io.tongban.permit.casefile.CaseState.UnderReview;
import io.tongban.permit.casefile.check.Check;
import io.tongban.permit.casefile.ledger.LedgerEntry;
import io.tongban.permit.standard.Standard;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** What becomes of a provisional case after another check: accepted, still pending, or before a person; never refused. */
@Component
class Settlement {

    private final CaseRecords records;
    private final CaseTerms terms;

    Settlement(CaseRecords records, CaseTerms terms) {
        this.records = records;
        this.terms = terms;
    }

    Change of(CaseFile locked, Provisional state, Standard standard, Check check) {
        return switch (check.outcome()) {
            case ELIGIBLE -> settled(locked, state, standard, check);
            case PROVISIONAL -> stillPending(locked, state, standard, check);
            case INCOMPLETE, NOT_YET, REVIEW, INELIGIBLE ->
                toReview(locked, state, standard, check, ReviewReason.SETTLED_OTHERWISE);
        };
    }

    /** The clock of the decision starts today; the application date stays. */
    private Change settled(CaseFile locked, Provisional state, Standard standard, Check check) {
        Accepted accepted = terms.accepted(standard, state.received());
        return new Change(
                locked.with(check).with(accepted), List.of(Chronicle.assessed(check), Chronicle.accepted(accepted)));
    }

    private Change stillPending(CaseFile locked, Provisional state, Standard standard, Check check) {
        if (terms.today().isAfter(state.settleBy())) {
            return toReview(locked, state, standard, check, ReviewReason.NOT_SETTLED_IN_TIME);
        }
        Provisional next = new Provisional(
                state.received(), state.settleBy(), terms.today().plusDays(1), state.lookNotBefore());
        return new Change(locked.with(check).with(next), List.of(Chronicle.stillPending(check, next)));
    }

    private Change toReview(CaseFile locked, Provisional state, Standard standard, Check check, ReviewReason reason) {
        UnderReview review = terms.underReview(standard, state.received(), reason);
        List<LedgerEntry> entries = new ArrayList<>(
                check.outcome() == Outcome.PROVISIONAL
                        ? List.of(Chronicle.assessed(check))
                        : records.checkedWithFullNotice(locked.id(), check));
        entries.add(Chronicle.sentToReview(review));
        return new Change(locked.with(check).with(review), entries);
    }
}
