package io.tongban.community.ticket;

import io.tongban.community.trip.TicketEnd;
import io.tongban.community.window.WindowId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A place in the line of a window.
 *
 * @param number counted for the window and the business day, from 1 without gaps
 * @param takenAt by the business clock
 * @param recordedAt by the system clock
 * @param calls how often it was called
 * @param end null while it has none
 * @param goesOnWith the ticket at the other window after a handover; null otherwise
 */
public record Ticket(
        TicketId id,
        WindowId window,
        LocalDate businessDay,
        int number,
        String item,
        Holder holder,
        ZonedDateTime takenAt,
        Instant recordedAt,
        int calls,
        @Nullable TicketEnd end,
        @Nullable TicketId goesOnWith) {

    /** Raised by every call and by the end. */
    int version() {
        return 1 + calls + (end == null ? 0 : 1);
    }

    /** Where the ticket stands on that day. */
    public State stateOn(LocalDate today) {
        if (end != null) {
            return switch (end) {
                case SERVED -> State.SERVED;
                case RETURNED -> State.RETURNED;
                case NO_SHOW -> State.NO_SHOW;
                case HANDOVER -> State.HANDOVER;
            };
        }
        if (businessDay.isBefore(today)) {
            return State.UNSERVED;
        }
        return calls == 0 ? State.WAITING : State.CALLED;
    }

    /** Where a ticket stands. */
    public enum State {
        WAITING,
        CALLED,
        /** A visit was opened with it. */
        SERVED,
        /** Given back by whoever took it. */
        RETURNED,
        /** Called as often and as long as it must be, and nobody came. */
        NO_SHOW,
        /** Its holder wished to go on at another window. */
        HANDOVER,
        /** Its day ended, and it had not. */
        UNSERVED
    }

    /** In which order the tickets of a window are called; those of one turn in the order of their numbers. */
    public enum Turn {
        HANDOVER(0),
        APPOINTMENT(1),
        NUMBER(2);

        private final int rank;

        Turn(int rank) {
            this.rank = rank;
        }

        int rank() {
            return rank;
        }
    }

    /**
     * The account that took a ticket.
     *
     * @param account the subject of its token
     * @param taker as what it took the ticket; null for tickets of before this was recorded
     */
    public record Holder(String account, @Nullable Taker taker) {}
}
