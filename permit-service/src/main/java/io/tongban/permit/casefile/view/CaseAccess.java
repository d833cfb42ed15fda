package io.tongban.permit.casefile.view;

import io.tongban.permit.casefile.Act;
import io.tongban.permit.casefile.ActorKind;
import io.tongban.permit.casefile.CaseFile;
import io.tongban.permit.casefile.CaseProblem;
import io.tongban.permit.casefile.CaseState;
import io.tongban.permit.casefile.Cases;
import io.tongban.permit.casefile.ledger.Actor;
import io.tongban.permit.casefile.visitpass.PresentedPass;
import io.tongban.permit.casefile.visitpass.VisitPass;
import io.tongban.platform.problem.Problem;
import io.tongban.platform.security.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Who may read a case, and who may take an act on it: the applicant of the case, a reviewer of the authority, a clerk during a visit at
 * any window that takes the item. To another applicant it is as if there were no such case.
 */
@Component
class CaseAccess {

    private final HoldingAuthority holder;

    CaseAccess(HoldingAuthority holder) {
        this.holder = holder;
    }

    void requireReader(CaseFile file, Caller caller, PresentedPass presented) {
        if (isApplicant(file, caller) || holder.isReviewedBy(file, caller)) {
            return;
        }
        if (!caller.hasRole("clerk")) {
            throw Cases.unknown();
        }
        pass(file, caller, presented);
    }

    /**
     * As whom the caller takes an act; that the caller has a role whose act it is was asked at the address.
     *
     * @param presented null for an act that is no clerk's
     * @throws Problem if the case is not the applicant's own, another authority decides, who received the case would decide it, or the
     *     visit pass does not hold
     */
    Actor requireActor(Act act, CaseFile file, Caller caller, @Nullable PresentedPass presented) {
        boolean isTheApplicants = act.isOf(ActorKind.APPLICANT) && isApplicant(file, caller);
        boolean isTheReviewers = act.isOf(ActorKind.REVIEWER) && holder.isReviewedBy(file, caller);
        if (isTheApplicants || isTheReviewers) {
            if (act == Act.DECISION) {
                requireNotTheReceiver(file, caller);
            }
            return Actor.withoutWindow(caller.subject());
        }
        if (act.isOf(ActorKind.CLERK) && presented != null && caller.hasRole(ActorKind.CLERK.role())) {
            VisitPass pass = pass(file, caller, presented);
            return new Actor(pass.clerk(), pass.window(), pass.visit());
        }
        if (act.isOf(ActorKind.REVIEWER)) {
            holder.requireReviewer(file, caller);
        }
        throw Cases.unknown();
    }

    /** Who may take a decided case away to have it looked at elsewhere. */
    void requireExporter(CaseFile file, Caller caller) {
        if (!isApplicant(file, caller) && !holder.isReviewedBy(file, caller) && !caller.hasRole("auditor")) {
            throw Cases.unknown();
        }
    }

    private static void requireNotTheReceiver(CaseFile file, Caller reviewer) {
        boolean receivedIt = CaseState.receivedIn(file.state())
                .filter(received -> reviewer.subject().equals(received.by()))
                .isPresent();
        if (receivedIt) {
            throw Problem.of(CaseProblem.RECEIVER_DOES_NOT_DECIDE);
        }
    }

    private static VisitPass pass(CaseFile file, Caller caller, PresentedPass presented) {
        return presented.verify(
                caller, file.origin().standard().item(), file.origin().person());
    }

    private static boolean isApplicant(CaseFile file, Caller caller) {
        return caller.hasRole("applicant") && file.origin().person().equals(caller.person());
    }
}
