package io.tongban.community.appointment;

import io.tongban.community.ticket.TicketId;
import io.tongban.community.window.WindowId;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A half hour of a window that an applicant booked for an item.
 *
 * @param account keyed digest of the applicant's account
 * @param startsAt by the business clock
 * @param caseId the case at permit-service that it is for; null where none was named
 * @param ticket of the check-in; null before
 * @param version raised by every change
 * @param bookedAt by the business clock
 * @param recordedAt by the system clock
 */
record Appointment(
        AppointmentId id,
        String account,
        String item,
        WindowId window,
        ZonedDateTime startsAt,
        State state,
        @Nullable UUID caseId,
        @Nullable TicketId ticket,
        int version,
        ZonedDateTime bookedAt,
        Instant recordedAt) {

    boolean isBooked() {
        return state == State.BOOKED;
    }

    /** Whether it still lies ahead, so that it can be cancelled and moved. */
    boolean isAhead(ZonedDateTime now) {
        return isBooked() && now.isBefore(startsAt);
    }

    /** Where an appointment stands. */
    enum State {
        /** It holds a place until a while after its start. */
        BOOKED,
        CANCELLED,
        /** The applicant came and has a ticket. */
        CHECKED_IN,
        /** The applicant did not come; that has no consequence for them. */
        NO_SHOW,
        /** The window changed its hours or items; others are offered. */
        DISPLACED
    }
}
