package io.tongban.permit.casefile;

import io.tongban.permit.assessment.Paper;
import io.tongban.permit.casefile.CaseRecords.Change;
import io.tongban.permit.casefile.CaseState.Accepted;
import io.tongban.permit.casefile.CaseState.Decided;
import io.tongban.permit.casefile.CaseState.Open;
import io.tongban.permit.casefile.CaseState.Provisional;
import io.tongban.permit.casefile.CaseState.UnderReview;
import io.tongban.permit.casefile.check.Asking;
import io.tongban.permit.casefile.check.CaseFacts;
import io.tongban.permit.casefile.check.Check;
import io.tongban.permit.casefile.check.Examiner;
import io.tongban.permit.casefile.ledger.LedgerEntry;
import io.tongban.permit.casefile.visitpass.VisitPass;
import io.tongban.permit.standard.Standard;
import io.tongban.platform.problem.Problem;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Service;
import tools.jackson.databind.json.JsonMapper;

/** The applicant brings papers; everything is looked at again. */
@Service
public class AddPapers {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Cases cases;
    private final CaseRecords records;
    private final PinnedStandards standards;
    private final Examiner examiner;
    private final CaseTerms terms;
    private final Settlement settlement;

    AddPapers(
            Cases cases,
            CaseRecords records,
            PinnedStandards standards,
            Examiner examiner,
            CaseTerms terms,
            Settlement settlement) {
        this.cases = cases;
        this.records = records;
        this.standards = standards;
        this.examiner = examiner;
        this.terms = terms;
        this.settlement = settlement;
    }

    public CaseFile add(CaseId id, long version, List<Paper> papers, VisitPass pass) {
        CaseFile seen = cases.at(id, version);
        LocalDate appliedOn = applicationDate(seen);
        Standard standard = standards.pinned(seen.origin().standard());
        PinnedStandards.requireKnown(standard, papers);
        CaseFacts facts = seen.facts().with(papers);
        Check check = examiner.examine(
                standard, seen.origin().route(), facts, appliedOn, new Asking(id.toString(), pass.clerk()));
        return records.change(seen, CaseRecords.actor(pass), locked -> {
            List<LedgerEntry> entries = new ArrayList<>();
            entries.add(Chronicle.papersAdded(papers.size(), JSON.writeValueAsString(papers)));
            CaseFile withPapers = locked.with(facts);
            if (locked.state() instanceof Provisional provisional) {
                Change change = settlement.of(withPapers, provisional, standard, check);
                entries.addAll(change.entries());
                return new Change(change.after(), entries);
            }
            entries.addAll(records.checked(id, check, pass.window()));
            return new Change(withPapers.with(check), entries);
        });
    }

    /** Today until the case is received; afterwards it stays. */
    private LocalDate applicationDate(CaseFile seen) {
        return switch (seen.state()) {
            case Open() -> terms.today();
            case Provisional provisional -> seen.check().appliedOn();
            case UnderReview review -> seen.check().appliedOn();
            case Accepted accepted -> throw notTaken(seen);
            case Decided decided -> throw notTaken(seen);
        };
    }

    private static Problem notTaken(CaseFile seen) {
        return Problem.of(CaseProblem.PAPERS_NOT_TAKEN)
                .with("status", seen.state().status().name());
    }
}
