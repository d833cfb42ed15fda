package io.tongban.permit.casefile;

import io.tongban.engine.standard.StandardReference;
import io.tongban.permit.casefile.authority.AuthorityId;
import java.time.Instant;
import java.util.UUID;

/**
 * What was settled at the first contact and never changes.
 *
 * @param standard pinned: a later version touches the case only where it favours the applicant
 * @param person pseudonym of the applicant
 * @param responsible the body that decides, by the registered residence on the day
 */
public record CaseOrigin(
        StandardReference standard, String route, String person, AuthorityId responsible, FirstContact firstContact) {

    /** Where, when and by whom the case was opened. */
    public record FirstContact(UUID window, AuthorityId authority, String clerk, Instant at) {}
}
