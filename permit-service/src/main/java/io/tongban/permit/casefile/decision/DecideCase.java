package io.tongban.permit.casefile.decision;

import io.tongban.engine.assessment.DecisionGrounds;
import io.tongban.engine.rule.CriterionState;
import io.tongban.engine.standard.Standard;
import io.tongban.engine.standard.StandardReference;
import io.tongban.permit.casefile.Attempt;
import io.tongban.permit.casefile.CaseFile;
import io.tongban.permit.casefile.CaseProblem;
import io.tongban.permit.casefile.CaseRecords;
import io.tongban.permit.casefile.CaseState.Decidable;
import io.tongban.permit.casefile.CaseState.Decided;
import io.tongban.permit.casefile.CaseState.DecisionReason;
import io.tongban.permit.casefile.CaseState.Verdict;
import io.tongban.permit.casefile.CaseTransitions;
import io.tongban.permit.casefile.Change;
import io.tongban.permit.casefile.Change.Event;
import io.tongban.permit.casefile.LedgerEntries;
import io.tongban.permit.casefile.PinnedStandards;
import io.tongban.permit.casefile.Recorded;
import io.tongban.permit.casefile.ledger.Actor;
import io.tongban.permit.casefile.look.ApplicableStandards;
import io.tongban.permit.casefile.look.Examination;
import io.tongban.permit.casefile.look.Examiner;
import io.tongban.permit.casefile.look.RequestedBy;
import io.tongban.permit.casefile.look.Sight;
import io.tongban.platform.entitytag.EntityTag;
import io.tongban.platform.problem.Problem;
import java.util.List;
import org.springframework.stereotype.Service;
import tools.jackson.databind.json.JsonMapper;

/** A reviewer of the responsible authority grants or refuses, once; who accepted does not decide. */
@Service
public class DecideCase {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final CaseRecords records;
    private final PinnedStandards standards;
    private final CaseTransitions transitions;
    private final Examiner examiner;

    DecideCase(CaseRecords records, PinnedStandards standards, CaseTransitions transitions, Examiner examiner) {
        this.records = records;
        this.standards = standards;
        this.transitions = transitions;
        this.examiner = examiner;
    }

    /**
     * Records the decision.
     *
     * @param reasons criteria of the standard that the case goes by; a refusal has at least one, and all of them are open, while a
     *     grant can say how the reviewer answered those that a person had to look at
     */
    public Recorded decide(Attempt attempt, Verdict verdict, List<DecisionReason> reasons) {
        CaseFile seen = attempt.seen();
        Actor reviewer = attempt.actor();
        Decidable before = (Decidable) seen.state();
        Standard standard = standards.published(seen.look().standard());
        DecisionGrounds grounds = PinnedStandards.grounds(standard, seen);
        switch (verdict) {
            case GRANTED -> requireNothingOpen(grounds);
            case REFUSED -> {
                reasons.forEach(reason -> requireNotSettled(grounds, reason.criterion()));
                if (reasons.isEmpty()) {
                    throw Problem.of(CaseProblem.REASONS_MISSING);
                }
            }
        }
        reasons.forEach(reason ->
                PinnedStandards.requireCriterion(standard, seen.origin().route(), reason.criterion()));
        if (verdict == Verdict.REFUSED) {
            requireNothingBetter(seen, reviewer);
        }
        Decided decided = new Decided(before.withoutLook(), verdict, transitions.today(), reviewer.subject(), reasons);
        return records.change(
                reviewer,
                new Change(
                        seen.with(decided),
                        List.of(new Event(LedgerEntries.decided(
                                decided,
                                JSON.writeValueAsString(reasons),
                                seen.look().outcome())))));
    }

    /**
     * Nobody is refused under a standard while another favours the applicant or leaves a choice: one that came into force since the last look
     * is looked at first, and what is found stays on record.
     */
    private void requireNothingBetter(CaseFile seen, Actor reviewer) {
        if (seen.looks().isChoiceOpen()) {
            throw Problem.of(CaseProblem.CHOICE_OPEN);
        }
        ApplicableStandards applicable = standards.applicable(seen, transitions.today());
        StandardReference used = seen.look().standard();
        if (applicable.newer() == null || applicable.newer().reference().equals(used)) {
            return;
        }
        Examination again = examiner.examine(
                applicable,
                seen.origin().route(),
                seen.facts(),
                seen.look().appliedOn(),
                new RequestedBy(seen.id().toString(), reviewer.subject()),
                Sight.withoutVisit(seen.look()));
        if (again.used().standard().equals(used) && !again.looks().isChoiceOpen()) {
            return;
        }
        CaseFile after = records.change(reviewer, new Change(seen.with(again.looks()), Change.checked(again, null)))
                .file();
        throw Problem.of(CaseProblem.NEWER_STANDARD_FAVOURS)
                .with("item", applicable.newer().item())
                .with("version", applicable.newer().version())
                .with("outcome", again.used().outcome().name())
                .with("caseVersion", after.version())
                .header("ETag", EntityTag.of(after.version()));
    }

    private static void requireNothingOpen(DecisionGrounds grounds) {
        List<String> open = grounds.againstGrant();
        if (!open.isEmpty()) {
            throw Problem.of(CaseProblem.CRITERION_OPEN).with("criteria", open);
        }
    }

    /** What is met is no failure, and what a source still has to post or to answer is not the applicant's. */
    private static void requireNotSettled(DecisionGrounds grounds, String criterion) {
        if (grounds.states().containsKey(criterion) && !grounds.canBeReason(criterion)) {
            boolean pending = grounds.states().get(criterion) == CriterionState.PENDING;
            throw Problem.of(pending ? CaseProblem.CRITERION_PENDING : CaseProblem.REASON_IS_MET)
                    .withSent("criterion", criterion);
        }
    }
}
