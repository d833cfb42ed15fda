package io.tongban.community.trip;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A ticket, and how it ended.
 *
 * @param end null while it has none
 */
public record TakenTicket(Arrival arrival, @Nullable TicketEnd end) implements Occasion {

    /** Whether the ticket was still without end at 24:00 of its day. */
    boolean isUnserved(LocalDate today) {
        return end == null && arrival.at().toLocalDate().isBefore(today);
    }
}
