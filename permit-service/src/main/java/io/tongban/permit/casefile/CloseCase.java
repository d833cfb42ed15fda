package io.tongban.permit.casefile;

import io.tongban.permit.casefile.CaseState.Live;
import io.tongban.permit.casefile.CaseState.Result;
import io.tongban.permit.casefile.Change.Event;
import io.tongban.permit.casefile.ledger.Actor;
import io.tongban.permit.casefile.ledger.LedgerEntry;
import io.tongban.platform.clock.BusinessClock;
import io.tongban.platform.problem.Problem;
import io.tongban.platform.security.Caller;
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
     * @param isSigned whether the applicant said so with their account, or by a signed statement
     * @param actor the applicant, or the clerk to whom the applicant gave the statement
     */
    public Recorded withdraw(CaseFile seen, long version, boolean isSigned, Actor actor) {
        Cases.requireVersion(seen, version);
        ActGuard.require(Act.WITHDRAWAL, seen.state());
        if (!isSigned) {
            throw Problem.of(CaseProblem.STATEMENT_NOT_SIGNED);
        }
        return close(seen, version, Act.WITHDRAWAL, Result.WITHDRAWN, actor, LedgerEntries.withdrawn());
    }

    /**
     * Closes the case of an applicant who died.
     *
     * @param proof reference of the document that proves it
     * @param actor the clerk or the reviewer who saw the proof
     */
    public Recorded died(CaseFile seen, long version, String proof, Actor actor) {
        return close(seen, version, Act.DEATH, Result.DIED, actor, LedgerEntries.died(proof));
    }

    /** Revokes the acceptance of a case whose tolerable papers did not come in time (撤销受理). */
    public Recorded revoke(CaseFile seen, long version, Caller reviewer) {
        Cases.requireVersion(seen, version);
        ActGuard.require(Act.REVOCATION, seen.state());
        if (!seen.look().waitsForPapersOnly()) {
            throw Problem.of(CaseProblem.NO_GROUND);
        }
        return close(
                seen,
                version,
                Act.REVOCATION,
                Result.ACCEPTANCE_REVOKED,
                Actor.withoutWindow(reviewer.subject()),
                LedgerEntries.acceptanceRevoked());
    }

    private Recorded close(CaseFile seen, long version, Act act, Result result, Actor actor, LedgerEntry entry) {
        Cases.requireVersion(seen, version);
        ActGuard.require(act, seen.state());
        Live live = (Live) seen.state();
        return records.change(
                actor, new Change(seen.with(live.closed(result, clock.today())), List.of(new Event(entry))));
    }
}
