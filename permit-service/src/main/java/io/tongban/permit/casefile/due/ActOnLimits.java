package io.tongban.permit.casefile.due;

import io.micrometer.core.instrument.MeterRegistry;
import io.tongban.permit.casefile.CaseFile;
import io.tongban.permit.casefile.CaseRecords;
import io.tongban.permit.casefile.CaseState.Open;
import io.tongban.permit.casefile.Change;
import io.tongban.permit.casefile.Change.Event;
import io.tongban.permit.casefile.Change.OnItsDay;
import io.tongban.permit.casefile.CloseCase;
import io.tongban.permit.casefile.LedgerEntries;
import io.tongban.permit.casefile.LimitsOfCase;
import io.tongban.permit.casefile.ledger.Actor;
import io.tongban.permit.casefile.ledger.CaseId;
import io.tongban.permit.casefile.notice.Notices;
import io.tongban.permit.deadline.CaseClock;
import io.tongban.permit.deadline.CaseClocks;
import io.tongban.permit.deadline.CaseLimit;
import io.tongban.permit.deadline.DueLimit;
import io.tongban.permit.deadline.DueWork;
import io.tongban.permit.deadline.LimitStep;
import io.tongban.permit.deadline.Limits;
import io.tongban.permit.deadline.OverdueStep;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;

/** On the day after its end an open case lapses; a decision that is missing becomes an overdue finding, again and again until it is made. */
@Service
class ActOnLimits implements DueWork {

    private static final Logger LOG = LoggerFactory.getLogger(ActOnLimits.class);
    private static final int BATCH = 100;

    private final Limits limits;
    private final LimitsOfCase limitsOfCase;
    private final CaseRecords records;
    private final Notices notices;
    private final CloseCase closeCase;
    private final MeterRegistry meters;

    ActOnLimits(
            Limits limits,
            LimitsOfCase limitsOfCase,
            CaseRecords records,
            Notices notices,
            CloseCase closeCase,
            MeterRegistry meters) {
        this.limits = limits;
        this.limitsOfCase = limitsOfCase;
        this.records = records;
        this.notices = notices;
        this.closeCase = closeCase;
        this.meters = meters;
    }

    @Override
    public String name() {
        return "act-on-limits";
    }

    /** Day by day: a day that was missed is made good, with what belongs to it. */
    @Override
    public void doWhatIsDue(LocalDate today) {
        List<DueLimit> batch = limits.due(today, null, BATCH);
        while (!batch.isEmpty()) {
            batch.forEach(this::act);
            batch = limits.due(today, batch.getLast(), BATCH);
        }
    }

    private void act(DueLimit due) {
        try {
            boolean acted = records.changeLatestIf(
                            new CaseId(due.caseId()), Actor.LIMITS, latest -> change(latest, due))
                    .isPresent();
            count(due, acted ? "ACTED" : "PASSED_OVER");
        } catch (DuplicateKeyException done) {
            count(due, "DONE_BEFORE");
        } catch (RuntimeException failure) { // one case must not keep the others from what is due
            LOG.error("Nothing was done about clock {} of case {}", due.clock().number(), due.caseId(), failure);
            count(due, "FAILED");
        }
    }

    private Optional<Change> change(CaseFile latest, DueLimit due) {
        Optional<CaseLimit> runs = limitsOfCase.of(latest, notices.latest(due.caseId())).stream()
                .filter(limit -> limit.clock() == due.clock() && limit.due().equals(due.dueOn()))
                .findFirst();
        if (runs.isEmpty()) {
            return Optional.empty(); // An act has come between.
        }
        CaseLimit limit = runs.get();
        CaseClocks clocks = limitsOfCase.clocks(latest);
        List<OverdueStep> told = limits.overdue(due.caseId(), due.clock());
        Optional<Change> change = due.clock() == CaseClock.OPEN_CASE
                ? lapsed(latest, limit, due)
                : overdue(latest, clocks, limit, due, told);
        if (change.isEmpty()) {
            limits.goOn(due, clocks.nextAfter(limit, told, due.on()).orElse(null));
        }
        return change;
    }

    private Optional<Change> lapsed(CaseFile latest, CaseLimit limit, DueLimit due) {
        return latest.state() instanceof Open open && !due.on().isBefore(limit.passedOn())
                ? Optional.of(closeCase.lapsed(latest, open, LimitStep.lapsed(due)))
                : Optional.empty();
    }

    private static Optional<Change> overdue(
            CaseFile latest, CaseClocks clocks, CaseLimit limit, DueLimit due, List<OverdueStep> told) {
        Set<LocalDate> silentOn = latest.look().sourceSilent() ? Set.of(due.on()) : Set.of();
        return clocks.overdue(limit, told, due.on(), silentOn).stream()
                .filter(step -> step.on().equals(due.on()))
                .findFirst()
                .map(step -> {
                    List<OverdueStep> all = new ArrayList<>(told);
                    all.add(step);
                    LocalDate nextOn = clocks.nextAfter(limit, all, due.on()).orElse(null);
                    return new Change(
                            latest,
                            List.of(
                                    new OnItsDay(LimitStep.overdue(due, step, nextOn)),
                                    new Event(LedgerEntries.overdue(limit.clock(), step))));
                });
    }

    private void count(DueLimit due, String result) {
        meters.counter(
                        "tongban.limits.due",
                        "clock",
                        Integer.toString(due.clock().number()),
                        "result",
                        result)
                .increment();
    }
}
