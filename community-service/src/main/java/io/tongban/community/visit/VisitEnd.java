package io.tongban.community.visit;

import io.tongban.community.ticket.TicketId;
import io.tongban.community.trip.PartialCode;
import io.tongban.community.visit.points.CheckedPoints;
import io.tongban.community.visit.points.Completeness;
import io.tongban.community.window.WindowId;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How a visit ended; written once.
 *
 * @param endedAt by the business clock
 * @param recordedAt by the system clock
 * @param handover where the applicant wished to go on; null without a handover
 */
record VisitEnd(
        Outcome outcome,
        ZonedDateTime endedAt,
        Instant recordedAt,
        @Nullable Handed handover) {

    VisitEnd {
        if (handover != null && outcome.completeness() == Completeness.COMPLETE) {
            throw new IllegalArgumentException("a complete visit is not handed over");
        }
    }

    /**
     * What whoever ends a visit says of it.
     *
     * @param compared whether the points were compared with the criteria of the item's standards
     * @param code why not everything was checked; null when everything was, and for visits of before there were codes
     * @param reason the same in the clerk's words; null where nothing was said
     * @param caseId the case at the permit service; null when none was opened
     * @param notice the notice that the applicant was given; null when there was none
     */
    record Outcome(
            CheckedPoints points,
            boolean compared,
            @Nullable PartialCode code,
            @Nullable String reason,
            @Nullable UUID caseId,
            @Nullable String notice) {

        Outcome {
            if (points.completeness() == Completeness.PARTIAL && ((code == null && reason == null) || notice != null)) {
                throw new IllegalArgumentException("a partial visit says why and is no notice");
            }
            if (points.completeness() == Completeness.COMPLETE && code != null) {
                throw new IllegalArgumentException("a complete visit has no code");
            }
        }

        Completeness completeness() {
            return points.completeness();
        }
    }

    /** What a comparison of the points with the criteria of the item's standards came to. */
    enum Comparison {
        /** What every assessment evaluates was to be checked, and nothing else. */
        EQUAL,
        /** Something was not to be checked that every assessment evaluates. */
        LACKING,
        /** The item has no standard. */
        NO_STANDARD,
        /** The criteria could not be read; they are compared later. */
        LATER;

        boolean isMade() {
            return this == EQUAL || this == LACKING;
        }
    }

    /** The ticket with which the applicant goes on at another window. */
    record Handed(TicketId ticket, int number, WindowId window) {}
}
