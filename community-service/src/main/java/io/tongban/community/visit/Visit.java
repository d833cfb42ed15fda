package io.tongban.community.visit;

import io.tongban.community.division.DivisionId;
import io.tongban.community.division.Tier;
import io.tongban.community.finding.Finding;
import io.tongban.community.ticket.TicketId;
import io.tongban.community.trip.Present;
import io.tongban.community.visitpass.ServedVisit;
import io.tongban.community.window.ServiceWindow;
import io.tongban.community.window.WindowId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One serving at a window. Where it was is what the window was on that day.
 *
 * @param clerk the account of the clerk
 * @param ticket null when whoever came had none
 * @param present who was there; null for visits of before it was asked
 * @param startedAt by the business clock
 * @param recordedAt by the system clock
 * @param withinHours whether the window was open when the visit began
 * @param end null while the visit is open
 */
record Visit(
        VisitId id,
        Place place,
        String item,
        String clerk,
        @Nullable TicketId ticket,
        @Nullable Present present,
        ZonedDateTime startedAt,
        Instant recordedAt,
        boolean withinHours,
        @Nullable VisitEnd end) {

    boolean isOpen() {
        return end == null;
    }

    LocalDate startedOn() {
        return startedAt.toLocalDate();
    }

    /** Whether whoever came had come before the window closed: tickets are given to who is in time. */
    boolean isBegunInTime() {
        return ticket != null || withinHours;
    }

    /**
     * What the pass of the visit says.
     *
     * @throws IllegalStateException if the visit has ended
     */
    ServedVisit served() {
        if (!isOpen()) {
            throw new IllegalStateException("a visit that has ended has no pass");
        }
        return new ServedVisit(
                id.value(),
                clerk,
                place.window(),
                place.tier(),
                place.divisionCode(),
                place.centre(),
                place.authority(),
                item);
    }

    /** The window of a visit with those who answer for it. */
    record Place(WindowId window, Tier tier, DivisionId division, String divisionCode, UUID centre, String authority) {

        static Place of(ServiceWindow window) {
            return new Place(
                    window.id(),
                    window.division().tier(),
                    window.division().id(),
                    window.division().code(),
                    window.centre().id(),
                    window.authority().id());
        }

        Finding.Place ofFinding() {
            return new Finding.Place(window, division, centre, authority);
        }
    }
}
