package io.tongban.permit.deadline;

import io.micrometer.core.instrument.MeterRegistry;
import io.tongban.platform.clock.BusinessClock;
import java.time.LocalDate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;

/** One round of everything that comes due by itself. */
final class DueWorkRound {

    private static final Logger LOG = LoggerFactory.getLogger(DueWorkRound.class);

    private final ObjectProvider<DueWork> works;
    private final BusinessClock clock;
    private final MeterRegistry meters;

    DueWorkRound(ObjectProvider<DueWork> works, BusinessClock clock, MeterRegistry meters) {
        this.works = works;
        this.clock = clock;
        this.meters = meters;
    }

    void run() {
        LocalDate today = clock.today();
        works.orderedStream().forEach(work -> runOne(work, today));
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
