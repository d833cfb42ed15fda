package io.tongban.community.visit;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How a visit ended; written once.
 *
 * @param compared whether the points were compared with the criteria of the item's standards
 * @param endedAt by the business clock
 * @param recordedAt by the system clock
 * @param reason why not everything was checked; null when everything was
 * @param caseId the case at the permit service; null when none was opened
 * @param notice the notice that the applicant was given; null when there was none
 */
record VisitEnd(
        CheckedPoints points,
        boolean compared,
        ZonedDateTime endedAt,
        Instant recordedAt,
        @Nullable String reason,
        @Nullable UUID caseId,
        @Nullable String notice) {

    VisitEnd {
        if (points.completeness() == Completeness.PARTIAL && (reason == null || notice != null)) {
            throw new IllegalArgumentException("a partial visit has a reason and is no notice");
        }
    }
}
