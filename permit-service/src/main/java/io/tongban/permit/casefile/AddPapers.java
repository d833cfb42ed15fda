package io.tongban.permit.casefile;

import io.tongban.engine.papers.Paper;
import io.tongban.permit.casefile.CaseRecords.Change;
import io.tongban.permit.casefile.CaseState.Accepted;
import io.tongban.permit.casefile.CaseState.Decided;
import io.tongban.permit.casefile.CaseState.Open;
import io.tongban.permit.casefile.CaseState.Provisional;
import io.tongban.permit.casefile.CaseState.UnderReview;
import io.tongban.permit.casefile.ledger.LedgerEntry;
import io.tongban.permit.casefile.look.ApplicableStandards;
import io.tongban.permit.casefile.look.CaseFacts;
import io.tongban.permit.casefile.look.Examination;
import io.tongban.permit.casefile.look.Examiner;
import io.tongban.permit.casefile.look.RequestedBy;
import io.tongban.permit.casefile.visitpass.VisitPass;
import io.tongban.platform.problem.Problem;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;

/** The applicant brings papers, or answers what he was asked; everything is looked at again. */
@Service
public class AddPapers {

    private final Cases cases;
    private final CaseRecords records;
    private final PinnedStandards standards;
    private final Examiner examiner;
    private final CaseTransitions transitions;
    private final Settlement settlement;

    AddPapers(
            Cases cases,
            CaseRecords records,
            PinnedStandards standards,
            Examiner examiner,
            CaseTransitions transitions,
            Settlement settlement) {
        this.cases = cases;
        this.records = records;
        this.standards = standards;
        this.examiner = examiner;
        this.transitions = transitions;
        this.settlement = settlement;
    }

    public CaseFile add(CaseId id, long version, List<Paper> papers, Map<String, String> answers, VisitPass pass) {
        CaseFile seen = cases.at(id, version);
        LocalDate appliedOn = applicationDate(seen);
        ApplicableStandards applicable = standards.applicable(seen, transitions.today());
        PinnedStandards.requireKnown(applicable, papers, answers);
        CaseFacts facts = seen.facts().with(papers, answers);
        Examination examination = examiner.examine(
                applicable, seen.origin().route(), facts, appliedOn, new RequestedBy(id.toString(), pass.clerk()));
        return records.change(seen, CaseRecords.actor(pass), locked -> {
            List<LedgerEntry> entries = new ArrayList<>();
            entries.add(LedgerEntries.papersAdded(papers, answers));
            CaseFile withPapers = locked.with(facts);
            if (locked.state() instanceof Provisional provisional) {
                Change change = settlement.of(withPapers, provisional, examination);
                entries.addAll(change.entries());
                return new Change(change.after(), entries);
            }
            entries.addAll(records.checked(id, examination, pass.window()));
            return new Change(withPapers.with(examination.looks()), entries);
        });
    }

    /** Today until the case is received; afterwards it stays. */
    private LocalDate applicationDate(CaseFile seen) {
        return switch (seen.state()) {
            case Open() -> transitions.today();
            case Provisional provisional -> seen.look().appliedOn();
            case UnderReview review -> seen.look().appliedOn();
            case Accepted accepted -> throw notTaken(seen);
            case Decided decided -> throw notTaken(seen);
        };
    }

    private static Problem notTaken(CaseFile seen) {
        return Problem.of(CaseProblem.PAPERS_NOT_TAKEN)
                .with("caseStatus", seen.state().status().name());
    }
}
