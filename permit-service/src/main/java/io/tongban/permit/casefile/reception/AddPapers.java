package io.tongban.permit.casefile.reception;

import io.tongban.engine.papers.Paper;
import io.tongban.permit.casefile.Attempt;
import io.tongban.permit.casefile.CaseFile;
import io.tongban.permit.casefile.CaseRecords;
import io.tongban.permit.casefile.CaseState.Open;
import io.tongban.permit.casefile.CaseState.Provisional;
import io.tongban.permit.casefile.CaseTransitions;
import io.tongban.permit.casefile.Change;
import io.tongban.permit.casefile.Change.Event;
import io.tongban.permit.casefile.Change.Step;
import io.tongban.permit.casefile.LedgerEntries;
import io.tongban.permit.casefile.PinnedStandards;
import io.tongban.permit.casefile.Recorded;
import io.tongban.permit.casefile.Settlement;
import io.tongban.permit.casefile.ledger.Actor;
import io.tongban.permit.casefile.look.ApplicableStandards;
import io.tongban.permit.casefile.look.CaseFacts;
import io.tongban.permit.casefile.look.Examination;
import io.tongban.permit.casefile.look.Examiner;
import io.tongban.permit.casefile.look.RequestedBy;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;

/** The applicant brings papers, or answers questions of the standard; everything is looked at again. */
@Service
public class AddPapers {

    private final CaseRecords records;
    private final PinnedStandards standards;
    private final PaperLimit limit;
    private final Examiner examiner;
    private final CaseTransitions transitions;
    private final Settlement settlement;

    AddPapers(
            CaseRecords records,
            PinnedStandards standards,
            PaperLimit limit,
            Examiner examiner,
            CaseTransitions transitions,
            Settlement settlement) {
        this.records = records;
        this.standards = standards;
        this.limit = limit;
        this.examiner = examiner;
        this.transitions = transitions;
        this.settlement = settlement;
    }

    /**
     * Looks at the case with what is new.
     *
     * @param readAnew whether the sources are asked although they were read for this case today
     */
    public Recorded add(Attempt attempt, List<Paper> papers, Map<String, String> answers, boolean readAnew) {
        CaseFile seen = attempt.seen();
        Actor actor = attempt.actor();
        LocalDate appliedOn = applicationDate(seen);
        ApplicableStandards applicable = standards.applicable(seen, transitions.today());
        PinnedStandards.requireKnown(applicable, papers, answers);
        CaseFacts facts = seen.facts().with(papers, answers);
        limit.require(facts);
        Examiner examining = readAnew ? examiner : examiner.againToday(seen.id().value(), seen.look());
        Examination examination = examining.examine(
                applicable,
                seen.origin().route(),
                facts,
                appliedOn,
                new RequestedBy(seen.id().toString(), actor.subject()));
        Change change = seen.state() instanceof Provisional provisional
                ? settlement.of(seen.with(facts), provisional, examination)
                : new Change(seen.with(facts).with(examination.looks()), Change.checked(examination, actor.window()));
        List<Step> steps = new ArrayList<>();
        steps.add(new Event(LedgerEntries.papersAdded(papers, answers)));
        steps.addAll(change.steps());
        return records.change(actor, new Change(change.after(), steps));
    }

    /** Today until the case is received; afterwards it stays. */
    private LocalDate applicationDate(CaseFile seen) {
        return seen.state() instanceof Open ? transitions.today() : seen.look().appliedOn();
    }
}
