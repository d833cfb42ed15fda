package io.tongban.permit.deadline;

import java.time.LocalDate;

/**
 * Work that comes due on a business date and does itself. A feature declares it as a bean; this package runs it on the system
 * clock, on one replica at a time.
 */
public interface DueWork {

    /** Name in logs and metrics. */
    String name();

    /** Whether an applicant waits for it, so that it is looked for in rounds of its own, more often. */
    default boolean isWaitedFor() {
        return false;
    }

    /** Does what is due on or before a business date. One failing item must not stop the others. */
    void doWhatIsDue(LocalDate today);
}
