package io.tongban.permit.casefile;

import io.tongban.permit.casefile.check.CaseFacts;
import io.tongban.permit.casefile.check.Check;

/**
 * One application from first contact to its end.
 *
 * @param version grows with every change; a change must name the version that it saw
 * @param check the latest look at all criteria
 */
public record CaseFile(CaseId id, long version, CaseOrigin origin, CaseFacts facts, Check check, CaseState state) {

    CaseFile with(CaseFacts changed) {
        return new CaseFile(id, version, origin, changed, check, state);
    }

    CaseFile with(Check changed) {
        return new CaseFile(id, version, origin, facts, changed, state);
    }

    CaseFile with(CaseState changed) {
        return new CaseFile(id, version, origin, facts, check, changed);
    }

    CaseFile atVersion(long changed) {
        return new CaseFile(id, changed, origin, facts, check, state);
    }
}
