package io.tongban.permit.casefile;

import io.tongban.engine.rule.NamedPaper;
import io.tongban.engine.standard.Standard;
import io.tongban.permit.casefile.CaseRecords.Change;
import io.tongban.permit.casefile.CaseState.Accepted;
import io.tongban.permit.casefile.CaseState.Open;
import io.tongban.permit.casefile.CaseState.Provisional;
import io.tongban.permit.casefile.CaseState.Received;
import io.tongban.permit.casefile.CaseState.ReviewReason;
import io.tongban.permit.casefile.CaseState.UnderReview;
import io.tongban.permit.casefile.ledger.LedgerEntry;
import io.tongban.permit.casefile.look.ApplicableLooks;
import io.tongban.permit.casefile.look.Examination;
import io.tongban.permit.casefile.look.Examiner;
import io.tongban.permit.casefile.look.Look;
import io.tongban.permit.casefile.look.RequestedBy;
import io.tongban.permit.casefile.visitpass.VisitPass;
import io.tongban.platform.entitytag.EntityTag;
import io.tongban.platform.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Service;

/** A clerk takes the application: for decision, provisionally, or for a person to look at. */
@Service
public class AcceptCase {

    private final Cases cases;
    private final CaseRecords records;
    private final PinnedStandards standards;
    private final Examiner examiner;
    private final CaseTransitions transitions;

    AcceptCase(
            Cases cases,
            CaseRecords records,
            PinnedStandards standards,
            Examiner examiner,
            CaseTransitions transitions) {
        this.cases = cases;
        this.records = records;
        this.standards = standards;
        this.examiner = examiner;
        this.transitions = transitions;
    }

    /**
     * Takes the case in the state that today's check leads to. Until it is taken the application date is today's.
     *
     * @param insistence whether the applicant wants a reasoned written decision although points are open
     */
    public CaseFile accept(CaseId id, long version, VisitPass pass, Insistence insistence) {
        CaseFile seen = cases.at(id, version);
        if (!(seen.state() instanceof Open)) {
            throw Problem.of(CaseProblem.CASE_NOT_OPEN)
                    .with("caseStatus", seen.state().status().name());
        }
        String route = seen.origin().route();
        // What a source did not answer this morning it may answer now.
        boolean checkedToday =
                seen.look().isOf(transitions.today()) && !seen.look().sourceSilent();
        Examination again = checkedToday
                ? null
                : examiner.examine(
                        standards.applicable(seen, transitions.today()),
                        route,
                        seen.facts(),
                        transitions.today(),
                        new RequestedBy(id.toString(), pass.clerk()));
        ApplicableLooks looks = again == null ? seen.looks() : again.looks();
        Look look = looks.used();
        if (checkedToday && !mayBeTaken(look, insistence)) {
            throw openPoints(seen);
        }
        CaseFile after = records.change(seen, CaseRecords.actor(pass), locked -> {
            List<LedgerEntry> entries =
                    new ArrayList<>(again == null ? List.of() : records.checked(id, again, pass.window()));
            CaseState state = mayBeTaken(look, insistence)
                    ? taken(standards.published(look.standard()), route, look, pass, entries)
                    : locked.state();
            return new Change(locked.with(looks).with(state), entries);
        });
        if (after.state() instanceof Open) { // what today's look found stays on record
            throw openPoints(after);
        }
        return after;
    }

    private static boolean mayBeTaken(Look look, Insistence insistence) {
        return switch (look.outcome()) {
            case ELIGIBLE, PROVISIONAL, REVIEW -> true;
            case INCOMPLETE, NOT_YET, INELIGIBLE -> insistence == Insistence.WANTS_A_WRITTEN_DECISION;
        };
    }

    private CaseState taken(Standard standard, String route, Look look, VisitPass pass, List<LedgerEntry> entries) {
        return switch (look.outcome()) {
            case ELIGIBLE -> {
                Accepted accepted = transitions.accepted(standard, new Received(pass.clerk(), null));
                entries.add(LedgerEntries.accepted(accepted));
                yield accepted;
            }
            case PROVISIONAL -> {
                Provisional provisional = transitions.provisional(
                        standard, route, look, new Received(pass.clerk(), records.newReceipt()));
                entries.add(LedgerEntries.received(provisional));
                yield provisional;
            }
            case REVIEW -> toReview(standard, look, pass, ReviewReason.CRITERION, entries);
            case INCOMPLETE, NOT_YET, INELIGIBLE -> toReview(standard, look, pass, ReviewReason.INSISTED, entries);
        };
    }

    private UnderReview toReview(
            Standard standard, Look look, VisitPass pass, ReviewReason reason, List<LedgerEntry> entries) {
        UnderReview review = transitions.underReview(standard, look, new Received(pass.clerk(), null), reason);
        entries.add(LedgerEntries.sentToReview(review));
        return review;
    }

    private static Problem openPoints(CaseFile file) {
        Look look = file.look();
        return Problem.of(CaseProblem.OPEN_POINTS)
                .with("outcome", look.outcome().name())
                .with(
                        "openPoints",
                        look.openPoints().stream()
                                .map(point -> Map.of(
                                        "criterion",
                                        point.criterion(),
                                        "state",
                                        point.state().name(),
                                        "missing",
                                        kinds(point.missing())))
                                .toList())
                .with("readyOn", Objects.toString(look.readyOn(), null))
                .with("version", file.version())
                .header("ETag", EntityTag.of(file.version()));
    }

    /** Papers without the unit that they are of: a problem says nothing about where someone works. */
    private static List<String> kinds(List<NamedPaper> missing) {
        return missing.stream().map(NamedPaper::kind).distinct().toList();
    }

    /** Whether the applicant takes no for an answer. */
    public enum Insistence {
        NONE,
        /** He may always apply and gets a reasoned written decision with remedies. */
        WANTS_A_WRITTEN_DECISION
    }
}
