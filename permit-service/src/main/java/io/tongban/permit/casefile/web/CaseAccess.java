package io.tongban.permit.casefile.web;

import io.tongban.permit.casefile.CaseFile;
import io.tongban.permit.casefile.Cases;
import io.tongban.permit.casefile.authority.Authorities;
import io.tongban.permit.casefile.authority.AuthorityId;
import io.tongban.permit.casefile.ledger.Actor;
import io.tongban.permit.casefile.visitpass.PresentedPass;
import io.tongban.permit.casefile.visitpass.VisitPass;
import io.tongban.platform.clock.BusinessClock;
import io.tongban.platform.security.Caller;
import org.springframework.stereotype.Component;

/**
 * Who may read a case: the applicant of the case, a reviewer of the authority, a clerk during a visit at any window that
 * takes the item. To anybody else it is as if there were no such case.
 */
@Component
class CaseAccess {

    private final Authorities authorities;
    private final BusinessClock clock;

    CaseAccess(Authorities authorities, BusinessClock clock) {
        this.authorities = authorities;
        this.clock = clock;
    }

    void requireReader(CaseFile file, Caller caller, PresentedPass presented) {
        if (isApplicant(file, caller) || isResponsible(file, caller)) {
            return;
        }
        if (!caller.hasRole("clerk")) {
            throw Cases.unknown();
        }
        presented.verify(caller, file.origin().standard().item(), file.origin().person());
    }

    /** Who acts where the applicant may act alone, or through a clerk during a visit. */
    Actor requireApplicantOrClerk(CaseFile file, Caller caller, PresentedPass presented) {
        if (isApplicant(file, caller)) {
            return Actor.withoutWindow(caller.subject());
        }
        if (!caller.hasRole("clerk")) {
            throw Cases.unknown();
        }
        VisitPass pass = presented.verify(
                caller, file.origin().standard().item(), file.origin().person());
        return new Actor(pass.clerk(), pass.window(), pass.visit());
    }

    /** Who may take a decided case away to have it looked at elsewhere. */
    void requireExporter(CaseFile file, Caller caller) {
        if (!isApplicant(file, caller) && !isResponsible(file, caller) && !caller.hasRole("auditor")) {
            throw Cases.unknown();
        }
    }

    private static boolean isApplicant(CaseFile file, Caller caller) {
        return caller.hasRole("applicant") && file.origin().person().equals(caller.person());
    }

    private boolean isResponsible(CaseFile file, Caller caller) {
        AuthorityId holder =
                authorities.holderOn(file.origin().responsible(), clock.today()).id();
        return caller.hasRole("reviewer") && holder.value().equals(caller.authority());
    }
}
