package io.tongban.permit.casefile.due;

import io.micrometer.core.instrument.MeterRegistry;
import io.tongban.permit.casefile.CaseFile;
import io.tongban.permit.casefile.CaseRecords;
import io.tongban.permit.casefile.CaseState.Accepted;
import io.tongban.permit.casefile.CaseState.Closed;
import io.tongban.permit.casefile.CaseState.Decided;
import io.tongban.permit.casefile.CaseState.Open;
import io.tongban.permit.casefile.CaseState.Provisional;
import io.tongban.permit.casefile.CaseState.UnderReview;
import io.tongban.permit.casefile.Cases;
import io.tongban.permit.casefile.Change;
import io.tongban.permit.casefile.PinnedStandards;
import io.tongban.permit.casefile.Settlement;
import io.tongban.permit.casefile.SettlementProperties;
import io.tongban.permit.casefile.ledger.Actor;
import io.tongban.permit.casefile.ledger.CaseId;
import io.tongban.permit.casefile.look.Examination;
import io.tongban.permit.casefile.look.Examiner;
import io.tongban.permit.casefile.look.Look;
import io.tongban.permit.casefile.look.RequestedBy;
import io.tongban.permit.casefile.look.Sight;
import io.tongban.permit.deadline.DueWork;
import io.tongban.platform.clock.BusinessClock;
import io.tongban.platform.problem.Problem;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/**
 * Looks at the source again for every case that is due, provisional or before a person who waits for a silent source, with the original application date and a new date of the
 * record; nobody has to come for it.
 */
@Service
public class SettleProvisionalCases implements DueWork {

    private static final Logger LOG = LoggerFactory.getLogger(SettleProvisionalCases.class);

    private final Cases cases;
    private final CaseRecords records;
    private final PinnedStandards standards;
    private final Examiner examiner;
    private final Settlement settlement;
    private final SettlementProperties properties;
    private final BusinessClock clock;
    private final Clock systemClock;
    private final MeterRegistry meters;

    SettleProvisionalCases(
            Cases cases,
            CaseRecords records,
            PinnedStandards standards,
            Examiner examiner,
            Settlement settlement,
            SettlementProperties properties,
            BusinessClock clock,
            Clock systemClock,
            MeterRegistry meters) {
        this.cases = cases;
        this.records = records;
        this.standards = standards;
        this.examiner = examiner.patient();
        this.settlement = settlement;
        this.properties = properties;
        this.clock = clock;
        this.systemClock = systemClock;
        this.meters = meters;
    }

    @Override
    public String name() {
        return "settle-provisional-cases";
    }

    @Override
    public boolean isWaitedFor() {
        return true;
    }

    /**
     * Each look moves a case on or puts it off beyond the beginning of the round, so that no case comes twice in a round, however long
     * its looks take.
     */
    @Override
    public void doWhatIsDue(LocalDate today) {
        Instant begun = systemClock.instant();
        List<CaseId> batch = due(today, begun);
        while (!batch.isEmpty()) {
            lookAtOnce(batch, today);
            batch = due(today, begun);
        }
    }

    private List<CaseId> due(LocalDate today, Instant begun) {
        return cases.dueForALook(today, begun, properties.batchSize());
    }

    /** Most of a look is a wait for a source. */
    private void lookAtOnce(List<CaseId> batch, LocalDate today) {
        try (ExecutorService looks = Executors.newFixedThreadPool(
                properties.atOnce(), Thread.ofVirtual().factory())) {
            List<Future<?>> begun = new ArrayList<>();
            batch.forEach(id -> begun.add(looks.submit(() -> look(id, today))));
            for (Future<?> look : begun) {
                look.get();
            }
        } catch (ExecutionException failure) {
            throw new IllegalStateException("a case could not be put off", failure.getCause());
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the round was ended", ended);
        }
    }

    private void look(CaseId id, LocalDate today) {
        try {
            cases.find(id).ifPresent(found -> settle(found, today));
        } catch (Problem changed) {
            // Someone else moved the case on since it was found; it is looked at again if it is still due.
            putOff(id, properties.silentSourceFor());
        } catch (RuntimeException failure) { // one case must not keep the others from settling
            LOG.error("Case {} was not settled; it is put off", id, failure);
            count("FAILED");
            putOff(id, properties.silentSourceFor());
        }
    }

    private void settle(CaseFile found, LocalDate today) {
        Cases.requireAsRecorded(found);
        switch (found.state()) {
            case Provisional provisional -> {
                Examination examination = examine(found, today);
                if (examination.used().sourceSilent() && !today.isAfter(provisional.settleBy())) {
                    leaveAlone(found, examination.used());
                } else {
                    change(settlement.of(found, provisional, examination));
                }
            }
            case UnderReview review -> {
                Examination examination = examine(found, today);
                if (examination.used().sourceSilent()) {
                    leaveAlone(found, examination.used());
                } else {
                    change(settlement.of(found, review, examination));
                }
            }
            // Moved on since it was found.
            case Open open -> {}
            case Accepted accepted -> {}
            case Decided decided -> {}
            case Closed closed -> {}
        }
    }

    private Examination examine(CaseFile found, LocalDate today) {
        return examiner.examine(
                standards.applicable(found, today),
                found.origin().route(),
                found.facts(),
                found.look().appliedOn(),
                new RequestedBy(found.id().toString(), Actor.SETTLEMENT.subject()),
                Sight.withoutVisit(found.look()));
    }

    private void change(Change change) {
        CaseFile after = records.change(Actor.SETTLEMENT, change).file();
        count(after.state().status().name());
    }

    private void leaveAlone(CaseFile found, Look silent) {
        count(silent.waitsToAsk() ? "NOT_ASKED" : "SILENT");
        putOff(found.id(), properties.leaveAlone(silent, waited(found.look())));
    }

    /** An outage would have each case asked about every half minute; what was read in the past is long ago. */
    private Duration waited(Look look) {
        OffsetDateTime readAt = look.readAt();
        return readAt == null ? properties.silentSourceFor() : Duration.between(readAt, clock.now());
    }

    private void putOff(CaseId id, Duration by) {
        cases.postponeLook(id, systemClock.instant().plus(by));
    }

    private void count(String result) {
        meters.counter("tongban.settlement.looks", "result", result).increment();
    }
}
