package io.tongban.community.visit;

import io.tongban.community.division.AdministeredDivision;
import io.tongban.platform.clock.BusinessClock;
import io.tongban.platform.problem.Problem;
import io.tongban.platform.security.Caller;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Whose a visit is: its clerk's, and a supervisor's of its window once it should have ended. */
@Component
class VisitAccess {

    private final Visits visits;
    private final AdministeredDivision divisions;
    private final BusinessClock clock;

    VisitAccess(Visits visits, AdministeredDivision divisions, BusinessClock clock) {
        this.visits = visits;
        this.divisions = divisions;
        this.clock = clock;
    }

    /** @throws Problem {@link VisitProblem#VISIT_UNKNOWN} if the caller did not open it */
    Visit own(UUID id, Caller clerk) {
        return visits.find(new VisitId(id))
                .filter(visit -> isClerkOf(visit, clerk))
                .orElseThrow(() -> unknown(id));
    }

    /**
     * The clerk's own visit while it goes on.
     *
     * @throws Problem as {@link #own}; {@link VisitProblem#VISIT_ALREADY_ENDED}; {@link VisitProblem#VISIT_OF_ANOTHER_DAY} if its day is
     *     over, so that it can only be ended
     */
    Visit goingOn(UUID id, Caller clerk) {
        Visit visit = stillOpen(own(id, clerk));
        if (!visit.startedOn().equals(clock.today())) {
            throw Problem.of(VisitProblem.VISIT_OF_ANOTHER_DAY)
                    .with("visit", id)
                    .with("startedOn", visit.startedOn().toString());
        }
        return visit;
    }

    /**
     * The open visit, for its clerk or for a supervisor of its window.
     *
     * @throws Problem {@link VisitProblem#VISIT_UNKNOWN} if the caller is neither, {@link VisitProblem#VISIT_OF_TODAY} if it is a
     *     supervisor's, and the clerk still has until 24:00
     */
    Visit toEnd(UUID id, Caller caller) {
        Visit visit = visits.find(new VisitId(id))
                .filter(found -> isClerkOf(found, caller) || isSupervisorOf(found, caller))
                .orElseThrow(() -> unknown(id));
        if (!isClerkOf(visit, caller) && !visit.startedOn().isBefore(clock.today())) {
            throw Problem.of(VisitProblem.VISIT_OF_TODAY).with("visit", id);
        }
        return stillOpen(visit);
    }

    private static Visit stillOpen(Visit visit) {
        if (!visit.isOpen()) {
            throw Problem.of(VisitProblem.VISIT_ALREADY_ENDED)
                    .with("visit", visit.id().value());
        }
        return visit;
    }

    private static boolean isClerkOf(Visit visit, Caller caller) {
        return caller.hasRole("clerk") && visit.clerk().equals(caller.subject());
    }

    private boolean isSupervisorOf(Visit visit, Caller caller) {
        return caller.hasRole("supervisor")
                && (visit.place().authority().equals(caller.authority())
                        || divisions.covers(caller, visit.place().division()));
    }

    private static Problem unknown(UUID id) {
        return Problem.of(VisitProblem.VISIT_UNKNOWN).with("visit", id);
    }
}
