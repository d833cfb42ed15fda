package io.tongban.permit.casefile;

import io.tongban.engine.rule.CriterionState;
import io.tongban.engine.standard.Standard;
import io.tongban.engine.standard.StandardReference;
import io.tongban.permit.casefile.CaseState.Decidable;
import io.tongban.permit.casefile.CaseState.Decided;
import io.tongban.permit.casefile.CaseState.DecisionReason;
import io.tongban.permit.casefile.CaseState.Open;
import io.tongban.permit.casefile.CaseState.Provisional;
import io.tongban.permit.casefile.CaseState.Verdict;
import io.tongban.permit.casefile.Change.Event;
import io.tongban.permit.casefile.authority.Authorities;
import io.tongban.permit.casefile.authority.Authority;
import io.tongban.permit.casefile.ledger.Actor;
import io.tongban.permit.casefile.look.ApplicableStandards;
import io.tongban.permit.casefile.look.Examination;
import io.tongban.permit.casefile.look.Examiner;
import io.tongban.permit.casefile.look.RequestedBy;
import io.tongban.platform.entitytag.EntityTag;
import io.tongban.platform.problem.Problem;
import io.tongban.platform.security.Caller;
import java.util.List;
import org.springframework.stereotype.Service;
import tools.jackson.databind.json.JsonMapper;

/** A reviewer of the responsible authority grants or refuses, once; who accepted does not decide. */
@Service
public class DecideCase {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final CaseRecords records;
    private final PinnedStandards standards;
    private final Authorities authorities;
    private final CaseTransitions transitions;
    private final Examiner examiner;

    DecideCase(
            CaseRecords records,
            PinnedStandards standards,
            Authorities authorities,
            CaseTransitions transitions,
            Examiner examiner) {
        this.records = records;
        this.standards = standards;
        this.authorities = authorities;
        this.transitions = transitions;
        this.examiner = examiner;
    }

    /**
     * Records the decision.
     *
     * @param reasons criteria of the standard that the case goes by; a refusal has at least one
     */
    public Recorded decide(
            CaseFile seen, long version, Caller reviewer, Verdict verdict, List<DecisionReason> reasons) {
        requireResponsible(seen, reviewer);
        Cases.requireVersion(seen, version);
        Decidable before = decidable(seen);
        if (before.received().by().equals(reviewer.subject())) {
            throw Problem.of(CaseProblem.RECEIVER_DOES_NOT_DECIDE);
        }
        Standard standard = standards.published(seen.look().standard());
        if (verdict == Verdict.REFUSED && reasons.isEmpty()) {
            throw Problem.of(CaseProblem.REASONS_MISSING);
        }
        reasons.forEach(reason ->
                PinnedStandards.requireCriterion(standard, seen.origin().route(), reason.criterion()));
        if (verdict == Verdict.REFUSED) {
            reasons.forEach(reason -> requireNotPending(seen, reason.criterion()));
            requireNothingBetter(seen, reviewer);
        }
        Decided decided = new Decided(before, verdict, transitions.today(), reviewer.subject(), reasons);
        return records.change(
                Actor.withoutWindow(reviewer.subject()),
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
    private void requireNothingBetter(CaseFile seen, Caller reviewer) {
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
                new RequestedBy(seen.id().toString(), reviewer.subject()));
        if (again.used().standard().equals(used) && !again.looks().isChoiceOpen()) {
            return;
        }
        CaseFile after = records.change(
                        Actor.withoutWindow(reviewer.subject()),
                        new Change(seen.with(again.looks()), Change.checked(again, null)))
                .file();
        throw Problem.of(CaseProblem.NEWER_STANDARD_FAVOURS)
                .with("item", applicable.newer().item())
                .with("version", applicable.newer().version())
                .with("outcome", again.used().outcome().name())
                .with("caseVersion", after.version())
                .header("ETag", EntityTag.of(after.version()));
    }

    /** What a source still has to post or to answer is never the applicant's failure. */
    private static void requireNotPending(CaseFile file, String criterion) {
        boolean pending = file.look().openPoints().stream()
                .anyMatch(point -> point.criterion().equals(criterion) && point.state() == CriterionState.PENDING);
        if (pending) {
            throw Problem.of(CaseProblem.CRITERION_PENDING).with("criterion", criterion);
        }
    }

    private void requireResponsible(CaseFile file, Caller reviewer) {
        Authority holder = authorities.holderOn(file.origin().responsible(), transitions.today());
        if (!holder.id().value().equals(reviewer.authority())) {
            throw Problem.of(CaseProblem.OTHER_AUTHORITY_DECIDES)
                    .with("responsibleAuthority", holder.id().value());
        }
    }

    private static Decidable decidable(CaseFile seen) {
        return switch (seen.state()) {
            case Decidable decidable -> decidable;
            case Decided decided ->
                throw Problem.of(CaseProblem.CASE_ALREADY_DECIDED)
                        .with("decidedOn", decided.on().toString());
            case Open() -> throw notReceived(seen);
            case Provisional provisional -> throw notReceived(seen);
        };
    }

    private static Problem notReceived(CaseFile seen) {
        return Problem.of(CaseProblem.CASE_NOT_RECEIVED)
                .with("state", seen.state().status().name());
    }
}
