package io.tongban.permit.casefile.reception;

import io.tongban.engine.papers.Paper;
import io.tongban.permit.casefile.Attempt;
import io.tongban.permit.casefile.CaseRecords;
import io.tongban.permit.casefile.Change;
import io.tongban.permit.casefile.Change.Event;
import io.tongban.permit.casefile.Change.Step;
import io.tongban.permit.casefile.LedgerEntries;
import io.tongban.permit.casefile.PinnedStandards;
import io.tongban.permit.casefile.Recorded;
import io.tongban.permit.casefile.look.ApplicableStandards;
import io.tongban.permit.casefile.look.CaseFacts;
import io.tongban.permit.casefile.reception.LookAgain.HowToLook;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;

/** The applicant brings papers, or answers questions of the standard; everything is looked at again. */
@Service
class AddPapers {

    private final CaseRecords records;
    private final PaperLimit limit;
    private final LookAgain looks;

    AddPapers(CaseRecords records, PaperLimit limit, LookAgain looks) {
        this.records = records;
        this.limit = limit;
        this.looks = looks;
    }

    /** Looks at the case with what is new. */
    Recorded add(Attempt attempt, List<Paper> papers, Map<String, String> answers, HowToLook how) {
        ApplicableStandards applicable = looks.applicable(attempt.seen());
        PinnedStandards.requireKnown(applicable, papers, answers);
        CaseFacts facts = attempt.seen().facts().with(papers, answers);
        limit.require(facts);
        Change change = looks.of(attempt, applicable, facts, how);
        List<Step> steps = new ArrayList<>();
        steps.add(new Event(LedgerEntries.papersAdded(papers, answers)));
        steps.addAll(change.steps());
        return records.change(attempt.actor(), new Change(change.after(), steps));
    }
}
