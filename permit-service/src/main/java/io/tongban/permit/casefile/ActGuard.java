package io.tongban.permit.casefile;

import io.tongban.permit.casefile.CaseState.Closed;
import io.tongban.permit.casefile.CaseState.Decided;
import io.tongban.platform.problem.Problem;

/** What the state of a case has against an act, before anything else of the case has. */
public final class ActGuard {

    private ActGuard() {}

    /**
     * Lets an act pass that is possible in this state.
     *
     * @throws Problem if it is not
     */
    public static void require(Act act, CaseState state) {
        if (!act.isAllowedIn(state)) {
            throw refusal(act, state);
        }
    }

    static Problem refusal(Act act, CaseState state) {
        if (state instanceof Closed closed) {
            return closed(closed);
        }
        Problem refusal = Problem.of(problem(act, state))
                .with("act", act.path())
                .with("caseStatus", state.status().name());
        return state instanceof Decided decided
                ? refusal.with("decidedOn", decided.on().toString())
                : refusal;
    }

    /** What is said of a case that ended without a decision. */
    public static Problem closed(Closed closed) {
        return Problem.of(CaseProblem.CASE_CLOSED)
                .with("result", closed.result().name())
                .with(
                        "continuedIn",
                        closed.goesOnIn() == null ? null : closed.goesOnIn().toString());
    }

    /** The problem that an act is answered with in a state in which it is not possible. */
    public static CaseProblem problem(Act act, CaseState state) {
        if (state instanceof Closed) {
            return CaseProblem.CASE_CLOSED;
        }
        return switch (act) {
            case PAPERS -> CaseProblem.PAPERS_NOT_TAKEN;
            case ACCEPTANCE -> CaseProblem.CASE_NOT_OPEN;
            case STANDARD -> CaseProblem.ALREADY_DECIDED;
            case DECISION -> state instanceof Decided ? CaseProblem.ALREADY_DECIDED : CaseProblem.NOT_RECEIVED;
            case LOOKS, STATEMENTS, REVOCATION, REOPENING, WITHDRAWAL, DEATH -> CaseProblem.ACT_NOT_ALLOWED;
        };
    }
}
