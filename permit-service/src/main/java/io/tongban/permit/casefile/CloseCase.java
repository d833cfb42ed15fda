package io.tongban.permit.casefile;

import io.tongban.permit.casefile.CaseState.Live;
import io.tongban.permit.casefile.CaseState.Open;
import io.tongban.permit.casefile.CaseState.Result;
import io.tongban.permit.casefile.Change.Event;
import io.tongban.permit.casefile.Change.OnItsDay;
import io.tongban.permit.casefile.ledger.LedgerEntry;
import io.tongban.permit.deadline.LimitStep;
import io.tongban.platform.clock.BusinessClock;
import io.tongban.platform.problem.Problem;
import java.util.List;
import org.springframework.stereotype.Service;

/** A case ends without a decision: the applicant withdraws it, the applicant died, or its acceptance is revoked. */
@Service
public class CloseCase {

    private final CaseRecords records;
    private final BusinessClock clock;

    CloseCase(CaseRecords records, BusinessClock clock) {
        this.records = records;
        this.clock = clock;
    }

    /**
     * Withdraws a case (撤回).
     *
     * @param attempt by the applicant, or the clerk to whom the applicant gave the statement
     * @param isSigned whether the applicant said so with their account, or by a signed statement
     */
    public Recorded withdraw(Attempt attempt, boolean isSigned) {
        if (!isSigned) {
            throw Problem.of(CaseProblem.STATEMENT_NOT_SIGNED);
        }
        return close(attempt, Result.WITHDRAWN, LedgerEntries.withdrawn());
    }

    /**
     * Closes the case of an applicant who died.
     *
     * @param attempt by the clerk or the reviewer who saw the proof
     * @param proof reference of the document
     */
    public Recorded died(Attempt attempt, String proof) {
        return close(attempt, Result.DIED, LedgerEntries.died(proof));
    }

    /** Revokes the acceptance of a case whose tolerable papers did not come in time (撤销受理). */
    public Recorded revoke(Attempt attempt) {
        if (!attempt.seen().look().waitsForPapersOnly()) {
            throw Problem.of(CaseProblem.NO_GROUND);
        }
        return close(attempt, Result.ACCEPTANCE_REVOKED, LedgerEntries.acceptanceRevoked());
    }

    /** What becomes of an open case whose applicant did not come back in time (逾期视为撤回); they may apply anew. */
    public Change lapsed(CaseFile latest, Open open, LimitStep step) {
        return new Change(
                latest.with(open.closed(Result.LAPSED, clock.today())),
                List.of(new OnItsDay(step), new Event(LedgerEntries.lapsed())));
    }

    private Recorded close(Attempt attempt, Result result, LedgerEntry entry) {
        Live live = (Live) attempt.seen().state();
        return records.change(
                attempt.actor(),
                new Change(attempt.seen().with(live.closed(result, clock.today())), List.of(new Event(entry))));
    }
}
