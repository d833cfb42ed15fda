package io.tongban.permit.casefile.due;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.tongban.permit.casefile.Cases;
import io.tongban.permit.casefile.ledger.CaseId;
import io.tongban.permit.casefile.ledger.Ledger;
import io.tongban.permit.casefile.ledger.LedgerAlarm;
import io.tongban.permit.casefile.ledger.LedgerPasses;
import io.tongban.permit.deadline.DueWork;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Service;

/** Verifies the ledgers of all cases bit by bit, so that a break is found without being asked for. */
@Service
@Order(VerifyLedgers.AFTER_OTHER_WORK)
class VerifyLedgers implements DueWork {

    static final int AFTER_OTHER_WORK = 1000;

    private static final Logger LOG = LoggerFactory.getLogger(VerifyLedgers.class);

    private final LedgerPasses passes;
    private final Ledger ledger;
    private final Cases cases;
    private final LedgerAlarm alarm;
    private final LedgerProperties properties;
    private final Clock systemClock;
    private final Counter verified;
    private final Counter failed;
    private final Counter rounds;

    VerifyLedgers(
            LedgerPasses passes,
            Ledger ledger,
            Cases cases,
            LedgerAlarm alarm,
            LedgerProperties properties,
            Clock systemClock,
            MeterRegistry meters) {
        this.passes = passes;
        this.ledger = ledger;
        this.cases = cases;
        this.alarm = alarm;
        this.properties = properties;
        this.systemClock = systemClock;
        this.verified = Counter.builder("tongban.ledger.verified")
                .description("Cases whose ledger was verified")
                .register(meters);
        this.failed = Counter.builder("tongban.ledger.not.verified")
                .description("Cases whose ledger could not be verified")
                .register(meters);
        this.rounds = Counter.builder("tongban.ledger.rounds")
                .description("Rounds of verification that came to their end, also where there was nothing to verify")
                .register(meters);
    }

    @Override
    public String name() {
        return "verify-ledgers";
    }

    /** One round: a share of the cases, however many there are. */
    @Override
    public void doWhatIsDue(LocalDate today) {
        List<UUID> share = passes.next(systemClock.instant(), properties.passEvery(), properties.casesPerRound());
        for (UUID caseId : share) {
            verify(caseId);
            passes.verifiedTo(caseId);
        }
        if (share.size() < properties.casesPerRound()) {
            passes.end(systemClock.instant());
        }
        rounds.increment();
    }

    private void verify(UUID caseId) {
        try {
            alarm.broken(caseId, ledger.verify(caseId).findings());
            cases.find(new CaseId(caseId)); // compares the row with the ledger, and raises the alarm itself
            verified.increment();
        } catch (RuntimeException failure) { // one case must not keep the others from being verified
            failed.increment();
            LOG.error("The ledger of case {} could not be verified", caseId, failure);
        }
    }
}
