package io.tongban.permit.casefile;

import io.tongban.engine.standard.Standard;
import io.tongban.permit.casefile.CaseRecords.Change;
import io.tongban.permit.casefile.CaseState.Accepted;
import io.tongban.permit.casefile.CaseState.Open;
import io.tongban.permit.casefile.CaseState.Provisional;
import io.tongban.permit.casefile.CaseState.Received;
import io.tongban.permit.casefile.CaseState.ReviewReason;
import io.tongban.permit.casefile.CaseState.UnderReview;
import io.tongban.permit.casefile.check.Asking;
import io.tongban.permit.casefile.check.Check;
import io.tongban.permit.casefile.check.Examination;
import io.tongban.permit.casefile.check.Examiner;
import io.tongban.permit.casefile.check.Findings;
import io.tongban.permit.casefile.ledger.LedgerEntry;
import io.tongban.permit.casefile.visitpass.VisitPass;
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
    private final CaseTerms terms;

    AcceptCase(Cases cases, CaseRecords records, PinnedStandards standards, Examiner examiner, CaseTerms terms) {
        this.cases = cases;
        this.records = records;
        this.standards = standards;
        this.examiner = examiner;
        this.terms = terms;
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
        boolean checkedToday = seen.check().isOf(terms.today()) && !seen.check().sourceSilent();
        Examination again = checkedToday
                ? null
                : examiner.examine(
                        standards.applicable(seen, terms.today()),
                        route,
                        seen.facts(),
                        terms.today(),
                        new Asking(id.toString(), pass.clerk()));
        Findings findings = again == null ? seen.findings() : again.findings();
        Check check = findings.used();
        if (checkedToday && !mayBeTaken(check, insistence)) {
            throw openPoints(seen);
        }
        CaseFile after = records.change(seen, CaseRecords.actor(pass), locked -> {
            List<LedgerEntry> entries =
                    new ArrayList<>(again == null ? List.of() : records.checked(id, again, pass.window()));
            CaseState state = mayBeTaken(check, insistence)
                    ? taken(standards.published(check.standard()), route, check, pass, entries)
                    : locked.state();
            return new Change(locked.with(findings).with(state), entries);
        });
        if (after.state() instanceof Open) { // what today's check found stays on record
            throw openPoints(after);
        }
        return after;
    }

    private static boolean mayBeTaken(Check check, Insistence insistence) {
        return switch (check.outcome()) {
            case ELIGIBLE, PROVISIONAL, REVIEW -> true;
            case INCOMPLETE, NOT_YET, INELIGIBLE -> insistence == Insistence.WANTS_A_WRITTEN_DECISION;
        };
    }

    private CaseState taken(Standard standard, String route, Check check, VisitPass pass, List<LedgerEntry> entries) {
        return switch (check.outcome()) {
            case ELIGIBLE -> {
                Accepted accepted = terms.accepted(standard, new Received(pass.clerk(), null));
                entries.add(Chronicle.accepted(accepted));
                yield accepted;
            }
            case PROVISIONAL -> {
                Provisional provisional =
                        terms.provisional(standard, route, check, new Received(pass.clerk(), records.newReceipt()));
                entries.add(Chronicle.received(provisional));
                yield provisional;
            }
            case REVIEW -> toReview(standard, check, pass, ReviewReason.CRITERION, entries);
            case INCOMPLETE, NOT_YET, INELIGIBLE -> toReview(standard, check, pass, ReviewReason.INSISTED, entries);
        };
    }

    private UnderReview toReview(
            Standard standard, Check check, VisitPass pass, ReviewReason reason, List<LedgerEntry> entries) {
        UnderReview review = terms.underReview(standard, check, new Received(pass.clerk(), null), reason);
        entries.add(Chronicle.sentToReview(review));
        return review;
    }

    private static Problem openPoints(CaseFile file) {
        Check check = file.check();
        return Problem.of(CaseProblem.OPEN_POINTS)
                .with("outcome", check.outcome().name())
                .with(
                        "openPoints",
                        check.openPoints().stream()
                                .map(point -> Map.of(
                                        "criterion",
                                        point.criterion(),
                                        "state",
                                        point.state().name(),
                                        "missing",
                                        kinds(point.missing())))
                                .toList())
                .with("readyOn", Objects.toString(check.readyOn(), null))
                .with("version", file.version())
                .header("ETag", "\"" + file.version() + "\"");
    }

    /** Papers without the unit that they are of: a problem says nothing about where someone works. */
    private static List<String> kinds(List<String> missing) {
        return missing.stream()
                .map(paper -> paper.contains(":") ? paper.substring(0, paper.indexOf(':')) : paper)
                .distinct()
                .toList();
    }

    /** Whether the applicant takes no for an answer. */
    public enum Insistence {
        NONE,
        /** He may always apply and gets a reasoned written decision with remedies. */
        WANTS_A_WRITTEN_DECISION
    }
}
