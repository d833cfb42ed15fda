package io.tongban.permit.casefile.reception;

import io.tongban.engine.rule.CriterionState;
import io.tongban.engine.rule.NamedPaper;
import io.tongban.engine.standard.Standard;
import io.tongban.permit.casefile.Attempt;
import io.tongban.permit.casefile.CaseFile;
import io.tongban.permit.casefile.CaseProblem;
import io.tongban.permit.casefile.CaseRecords;
import io.tongban.permit.casefile.CaseState;
import io.tongban.permit.casefile.CaseState.Accepted;
import io.tongban.permit.casefile.CaseState.Open;
import io.tongban.permit.casefile.CaseState.Provisional;
import io.tongban.permit.casefile.CaseState.Received;
import io.tongban.permit.casefile.CaseState.UnderReview;
import io.tongban.permit.casefile.CaseTransitions;
import io.tongban.permit.casefile.Change;
import io.tongban.permit.casefile.Change.Event;
import io.tongban.permit.casefile.Change.Step;
import io.tongban.permit.casefile.LedgerEntries;
import io.tongban.permit.casefile.PinnedStandards;
import io.tongban.permit.casefile.Recorded;
import io.tongban.permit.casefile.ledger.Actor;
import io.tongban.permit.casefile.look.ApplicableLooks;
import io.tongban.permit.casefile.look.Examination;
import io.tongban.permit.casefile.look.Examiner;
import io.tongban.permit.casefile.look.Look;
import io.tongban.permit.casefile.look.RequestedBy;
import io.tongban.permit.casefile.look.Sight;
import io.tongban.permit.deadline.ReviewReason;
import io.tongban.platform.entitytag.EntityTag;
import io.tongban.platform.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Service;

/** A clerk takes the application: for decision, provisionally, or for a person to look at. */
@Service
public class AcceptCase {

    private final CaseRecords records;
    private final PinnedStandards standards;
    private final Examiner examiner;
    private final CaseTransitions transitions;

    AcceptCase(CaseRecords records, PinnedStandards standards, Examiner examiner, CaseTransitions transitions) {
        this.records = records;
        this.standards = standards;
        this.examiner = examiner;
        this.transitions = transitions;
    }

    /**
     * Takes the case in the state that today's check leads to. Until it is taken the application date is today's.
     *
     * @param readAnew whether the sources are asked although they were read for this case today
     * @param insistence whether the applicant wants a reasoned written decision although points are open
     */
    public Recorded accept(Attempt attempt, boolean readAnew, Insistence insistence) {
        CaseFile seen = attempt.seen();
        Actor actor = attempt.actor();
        String route = seen.origin().route();
        // What a source did not answer this morning it may answer now.
        boolean checkedToday = !readAnew
                && seen.look().isOf(transitions.today())
                && !seen.look().sourceSilent();
        Examination again = checkedToday
                ? null
                : examiner.examine(
                        standards.applicable(seen, transitions.today()),
                        route,
                        seen.facts(),
                        transitions.today(),
                        new RequestedBy(seen.id().toString(), actor.subject()),
                        Sight.inVisit(Objects.requireNonNull(actor.visit()), null, seen.look()));
        ApplicableLooks looks = again == null ? seen.looks() : again.looks();
        Look look = looks.used();
        if (checkedToday && !mayBeTaken(look, insistence)) {
            throw refusal(seen);
        }
        List<Step> steps = new ArrayList<>(again == null ? List.of() : Change.checked(again, actor.window()));
        CaseState state = mayBeTaken(look, insistence)
                ? taken(standards.published(look.standard()), route, look, actor, steps)
                : seen.state();
        Recorded after = records.change(actor, new Change(seen.with(looks).with(state), steps));
        if (state instanceof Open) { // what today's look found stays on record
            throw refusal(after.file());
        }
        return after;
    }

    /** Whoever insists is taken on an incomplete look, too: a person answers. */
    private static boolean mayBeTaken(Look look, Insistence insistence) {
        if (insistence == Insistence.WANTS_A_WRITTEN_DECISION) {
            return true;
        }
        return look.wasComplete()
                && switch (look.outcome()) {
                    case ELIGIBLE, PROVISIONAL, REVIEW -> true;
                    case INCOMPLETE, NOT_YET, INELIGIBLE -> false;
                };
    }

    private CaseState taken(Standard standard, String route, Look look, Actor actor, List<Step> steps) {
        if (!look.wasComplete()) {
            return toReview(standard, look, actor, ReviewReason.INSISTED, steps);
        }
        return switch (look.outcome()) {
            case ELIGIBLE -> {
                Accepted accepted = transitions.accepted(standard, new Received(actor.subject(), null));
                steps.add(new Event(LedgerEntries.accepted(accepted)));
                yield accepted;
            }
            case PROVISIONAL -> {
                Provisional provisional = transitions.provisional(
                        standard, route, look, new Received(actor.subject(), records.newReceipt()));
                steps.add(new Event(LedgerEntries.received(provisional)));
                yield provisional;
            }
            case REVIEW -> toReview(standard, look, actor, ReviewReason.CRITERION, steps);
            case INCOMPLETE, NOT_YET, INELIGIBLE -> toReview(standard, look, actor, ReviewReason.INSISTED, steps);
        };
    }

    private UnderReview toReview(Standard standard, Look look, Actor actor, ReviewReason reason, List<Step> steps) {
        UnderReview review = transitions.underReview(standard, look, new Received(actor.subject(), null), reason);
        steps.add(new Event(LedgerEntries.sentToReview(review)));
        return review;
    }

    private static Problem refusal(CaseFile file) {
        Look look = file.look();
        return look.wasComplete() ? openPoints(file, look) : lookIncomplete(file, look);
    }

    private static Problem lookIncomplete(CaseFile file, Look look) {
        return Problem.of(CaseProblem.LOOK_INCOMPLETE)
                .with("notLookedAt", look.notLookedAt())
                .with("caseVersion", file.version())
                .header("ETag", EntityTag.of(file.version()));
    }

    private static Problem openPoints(CaseFile file, Look look) {
        return Problem.of(CaseProblem.OPEN_POINTS)
                .with("outcome", look.outcome().name())
                .with(
                        "openPoints",
                        look.openPoints().stream()
                                .map(point -> new StillOpen(point.criterion(), point.state(), kinds(point.missing())))
                                .toList())
                .with("readyOn", Objects.toString(look.readyOn(), null))
                .with("caseVersion", file.version())
                .header("ETag", EntityTag.of(file.version()));
    }

    /** A point that is open, as the problem names it. */
    private record StillOpen(String criterion, CriterionState state, List<String> missing) {}

    /** Papers without the unit that they are of: a problem says nothing about where someone works. */
    private static List<String> kinds(List<NamedPaper> missing) {
        return missing.stream().map(NamedPaper::kind).distinct().toList();
    }

    /** Whether the applicant takes no for an answer. */
    public enum Insistence {
        NONE,
        /** The applicant may always apply and gets a reasoned written decision with remedies. */
        WANTS_A_WRITTEN_DECISION
    }
}
