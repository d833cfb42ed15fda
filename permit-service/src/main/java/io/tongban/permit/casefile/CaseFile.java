package io.tongban.permit.casefile;

import io.tongban.permit.casefile.look.ApplicableLooks;
import io.tongban.permit.casefile.look.CaseFacts;
import io.tongban.permit.casefile.look.Look;

/**
 * One application from first contact to its end.
 *
 * @param version grows with every change; a change must name the version that it saw
 * @param looks the latest look at all criteria
 * @param asRecorded whether the case was read as its ledger tells; no act is taken on one that was not
 */
public record CaseFile(
        CaseId id,
        long version,
        CaseOrigin origin,
        CaseFacts facts,
        ApplicableLooks looks,
        CaseState state,
        boolean asRecorded) {

    /** The latest look under the standard that the case goes by. */
    public Look look() {
        return looks.used();
    }

    CaseFile with(CaseFacts changed) {
        return new CaseFile(id, version, origin, changed, looks, state, asRecorded);
    }

    CaseFile with(ApplicableLooks changed) {
        return new CaseFile(id, version, origin, facts, changed, state, asRecorded);
    }

    CaseFile with(CaseState changed) {
        return new CaseFile(id, version, origin, facts, looks, changed, asRecorded);
    }

    CaseFile asRecorded(boolean found) {
        return new CaseFile(id, version, origin, facts, looks, state, found);
    }

    CaseFile atVersion(long changed) {
        return new CaseFile(id, changed, origin, facts, looks, state, asRecorded);
    }
}
