package io.tongban.permit.casefile;

import io.tongban.permit.casefile.check.CaseFacts;
import io.tongban.permit.casefile.check.Check;
import io.tongban.permit.casefile.check.Findings;

/**
 * One application from first contact to its end.
 *
 * @param version grows with every change; a change must name the version that it saw
 * @param findings the latest look at all criteria
 */
public record CaseFile(
        CaseId id, long version, CaseOrigin origin, CaseFacts facts, Findings findings, CaseState state) {

    /** The latest look under the standard that the case goes by. */
    public Check check() {
        return findings.used();
    }

    CaseFile with(CaseFacts changed) {
        return new CaseFile(id, version, origin, changed, findings, state);
    }

    CaseFile with(Findings changed) {
        return new CaseFile(id, version, origin, facts, changed, state);
    }

    CaseFile with(CaseState changed) {
        return new CaseFile(id, version, origin, facts, findings, changed);
    }

    CaseFile atVersion(long changed) {
        return new CaseFile(id, changed, origin, facts, findings, state);
    }
}
