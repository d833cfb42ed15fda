package io.tongban.permit.deadline;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * From when an open case waits for its applicant.
 *
 * @param visit day of the latest visit
 * @param notice day of the latest notice; null if there is none
 * @param readyOn null if the ready date is not known
 */
public record OpenCaseStart(
        LocalDate visit,
        @Nullable LocalDate notice,
        @Nullable LocalDate readyOn) {

    /** Day 0 of clock 5: the latest of these days. */
    public LocalDate on() {
        return later(later(visit, notice), readyOn);
    }

    private static LocalDate later(LocalDate day, @Nullable LocalDate other) {
        return other == null || other.isBefore(day) ? day : other;
    }
}
