package io.tongban.permit.casefile.reception;

import io.tongban.permit.casefile.Attempt;
import io.tongban.permit.casefile.CaseFile;
import io.tongban.permit.casefile.CaseState.Open;
import io.tongban.permit.casefile.CaseState.Provisional;
import io.tongban.permit.casefile.CaseTransitions;
import io.tongban.permit.casefile.Change;
import io.tongban.permit.casefile.PinnedStandards;
import io.tongban.permit.casefile.Settlement;
import io.tongban.permit.casefile.ledger.Actor;
import io.tongban.permit.casefile.look.ApplicableStandards;
import io.tongban.permit.casefile.look.CaseFacts;
import io.tongban.permit.casefile.look.Examination;
import io.tongban.permit.casefile.look.Examiner;
import io.tongban.permit.casefile.look.RequestedBy;
import io.tongban.permit.casefile.look.Sight;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Another look at all criteria of a case; a provisional case may settle by it, any other stays in its state. */
@Component
class LookAgain {

    private final PinnedStandards standards;
    private final Examiner examiner;
    private final CaseTransitions transitions;
    private final Settlement settlement;

    LookAgain(PinnedStandards standards, Examiner examiner, CaseTransitions transitions, Settlement settlement) {
        this.standards = standards;
        this.examiner = examiner;
        this.transitions = transitions;
        this.settlement = settlement;
    }

    /** What the case may be looked at under today. */
    ApplicableStandards applicable(CaseFile seen) {
        return standards.applicable(seen, transitions.today());
    }

    /**
     * What becomes of the case.
     *
     * @param facts as they are now
     */
    Change of(Attempt attempt, ApplicableStandards applicable, CaseFacts facts, HowToLook how) {
        CaseFile seen = attempt.seen();
        Actor actor = attempt.actor();
        String route = seen.origin().route();
        Set<String> lookedAt = how.lookedAt();
        if (lookedAt != null) {
            lookedAt.forEach(criterion -> PinnedStandards.requireCriterion(applicable.pinned(), route, criterion));
        }
        Examiner examining =
                how.readAnew() ? examiner : examiner.againToday(seen.id().value(), seen.look());
        Examination examination = examining.examine(
                applicable,
                route,
                facts,
                applicationDate(seen),
                new RequestedBy(seen.id().toString(), actor.subject()),
                actor.visit() == null
                        ? Sight.withoutVisit(seen.look())
                        : Sight.inVisit(actor.visit(), lookedAt, seen.look()));
        return seen.state() instanceof Provisional provisional
                ? settlement.of(seen.with(facts), provisional, examination)
                : new Change(seen.with(facts).with(examination.looks()), Change.checked(examination, actor.window()));
    }

    /** Today until the case is received; afterwards it stays. */
    private LocalDate applicationDate(CaseFile seen) {
        return seen.state() instanceof Open ? transitions.today() : seen.look().appliedOn();
    }

    /**
     * What whoever looks says about it.
     *
     * @param readAnew whether the sources are asked although they were read for this case today
     * @param lookedAt the criteria whose papers are looked at; null: all
     */
    record HowToLook(boolean readAnew, @Nullable Set<String> lookedAt) {}
}
