package io.tongban.community.ticket;

import io.tongban.community.window.ServiceWindow;
import io.tongban.community.window.WindowId;
import io.tongban.community.window.hours.WorkingCalendar;
import io.tongban.platform.clock.BusinessClock;
import io.tongban.platform.problem.Problem;
import java.time.LocalDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The tickets with which somebody goes on at another window, because they wish to: the first in its line. */
@Component
public class HandoverTickets {

    private final Desk desk;
    private final TakeTicket takeTicket;
    private final TicketProperties properties;
    private final WorkingCalendar calendar;
    private final BusinessClock clock;

    HandoverTickets(
            Desk desk,
            TakeTicket takeTicket,
            TicketProperties properties,
            WorkingCalendar calendar,
            BusinessClock clock) {
        this.desk = desk;
        this.takeTicket = takeTicket;
        this.properties = properties;
        this.calendar = calendar;
        this.clock = clock;
    }

    /**
     * The window that takes somebody over.
     *
     * @throws Problem if it is the same, is not there or does not take the item, and {@link TicketProblem#WINDOW_CLOSING} if it is
     *     closed or does not stay open for long enough
     */
    public ServiceWindow target(UUID window, WindowId from, String item) {
        if (from.value().equals(window)) {
            throw Problem.of(TicketProblem.HANDOVER_TO_SAME_WINDOW).with("window", window);
        }
        ServiceWindow target = desk.taking(window, item);
        LocalDateTime now = clock.now().toLocalDateTime();
        LocalDateTime closes = target.hours().closesAfter(now, calendar).orElse(null);
        if (closes == null || closes.isBefore(now.plus(properties.handoverOpenFor()))) {
            throw Problem.of(TicketProblem.WINDOW_CLOSING)
                    .with("window", window)
                    .with("closesAt", onTheWire(closes))
                    .with("minutesNeeded", properties.handoverOpenFor().toMinutes());
        }
        return target;
    }

    /** To be called in the transaction that ends the visit or the ticket at the first window. */
    public Ticket give(ServiceWindow target, String item, Ticket.Holder holder) {
        return takeTicket.give(target, item, holder, Ticket.Turn.HANDOVER);
    }

    private static @Nullable Object onTheWire(@Nullable LocalDateTime closes) {
        return closes == null ? null : closes.atZone(BusinessClock.ZONE).toOffsetDateTime();
    }
}
