package io.tongban.permit.casefile;

import io.tongban.permit.casefile.ledger.CaseId;
import io.tongban.permit.casefile.look.ApplicableLooks;
import io.tongban.permit.casefile.look.CaseFacts;
import io.tongban.permit.casefile.look.Look;

/**
 * One application from first contact to its end.
 *
 * @param version grows with every change; a change must name the version that it saw
 * @param looks the latest look at all criteria
 * @param records how far what is on record of it goes
 */
public record CaseFile(
        CaseId id,
        long version,
        CaseOrigin origin,
        CaseFacts facts,
        ApplicableLooks looks,
        CaseState state,
        OnRecord records) {

    /** The latest look under the standard that the case goes by. */
    public Look look() {
        return looks.used();
    }

    public CaseFile with(CaseFacts changed) {
        return new CaseFile(id, version, origin, changed, looks, state, records);
    }

    public CaseFile with(ApplicableLooks changed) {
        return new CaseFile(id, version, origin, facts, changed, state, records);
    }

    public CaseFile with(CaseState changed) {
        return new CaseFile(id, version, origin, facts, looks, changed, records);
    }

    /** Whether the case was read as its ledger tells. */
    public boolean asRecorded() {
        return records.asTold();
    }

    CaseFile atVersion(long changed) {
        return new CaseFile(id, changed, origin, facts, looks, state, records);
    }

    CaseFile with(OnRecord found) {
        return new CaseFile(id, version, origin, facts, looks, state, found);
    }
}
