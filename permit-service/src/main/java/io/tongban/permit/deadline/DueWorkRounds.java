package io.tongban.permit.deadline;

import io.micrometer.core.instrument.MeterRegistry;
import io.tongban.platform.clock.BusinessClock;
import java.time.LocalDate;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;

/** The rounds of what comes due by itself. */
final class DueWorkRounds {

    private static final Logger LOG = LoggerFactory.getLogger(DueWorkRounds.class);

    private final ObjectProvider<DueWork> works;
    private final BusinessClock clock;
    private final MeterRegistry meters;

    DueWorkRounds(ObjectProvider<DueWork> works, BusinessClock clock, MeterRegistry meters) {
        this.works = works;
        this.clock = clock;
        this.meters = meters;
    }

    /** One round of the work that an applicant waits for. */
    void doWhatIsWaitedFor() {
        doEach(DueWork::isWaitedFor);
    }

    /** One round of all other work. */
    void doOther() {
        doEach(work -> !work.isWaitedFor());
    }

    private void doEach(Predicate<DueWork> of) {
        LocalDate today = clock.today();
        works.orderedStream().filter(of).forEach(work -> runOne(work, today));
    }

    private void runOne(DueWork work, LocalDate today) {
        try {
            work.doWhatIsDue(today);
        } catch (RuntimeException failure) { // one kind of work must not keep the others from being done
            meters.counter("tongban.due.work.failed", "work", work.name()).increment();
            LOG.error("Due work {} failed; it is tried again in the next round", work.name(), failure);
        }
    }
}
