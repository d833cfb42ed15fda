package io.tongban.permit.casefile;

import io.tongban.permit.casefile.ledger.Actor;

/**
 * An act that is about to be taken on a case: the actor saw the version on record, and its state allows the act.
 *
 * @param seen the case as it was read for the act
 */
public record Attempt(CaseFile seen, Actor actor) {

    /**
     * The attempt, unless the case has something against it.
     *
     * @param version that the actor saw
     * @throws io.tongban.platform.problem.Problem if the case is at another version, is not as its ledger tells, or its state does not
     *     allow the act
     */
    public static Attempt of(Act act, CaseFile seen, long version, Actor actor) {
        Cases.requireVersion(seen, version);
        ActGuard.require(act, seen.state());
        return new Attempt(seen, actor);
    }
}
