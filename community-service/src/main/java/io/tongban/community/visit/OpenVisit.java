package io.tongban.community.visit;

import io.tongban.community.ticket.Ticket;
import io.tongban.community.ticket.TicketId;
import io.tongban.community.ticket.TicketProblem;
import io.tongban.community.ticket.Tickets;
import io.tongban.community.window.ServiceWindow;
import io.tongban.community.window.hours.WorkingCalendar;
import io.tongban.platform.clock.BusinessClock;
import io.tongban.platform.problem.Problem;
import java.time.Clock;
import java.time.ZonedDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Opens a visit at a window.
 *
 * <p>It is opened after closing time too, and then says so: whoever is served late must still be on record.
 */
@Service
class OpenVisit {

    private final Visits visits;
    private final Tickets tickets;
    private final WorkingCalendar calendar;
    private final BusinessClock businessClock;
    private final Clock systemClock;

    OpenVisit(
            Visits visits, Tickets tickets, WorkingCalendar calendar, BusinessClock businessClock, Clock systemClock) {
        this.visits = visits;
        this.tickets = tickets;
        this.calendar = calendar;
        this.businessClock = businessClock;
        this.systemClock = systemClock;
    }

    @Transactional
    public Visit open(ServiceWindow window, String item, @Nullable UUID ticket, String clerk) {
        ZonedDateTime now = businessClock.now();
        TicketId called = ticket == null ? null : callable(ticket, window, item, now);
        boolean withinHours =
                window.hours().closesAfter(now.toLocalDateTime(), calendar).isPresent();
        VisitId id = visits.open(Visit.Place.of(window), item, clerk, called, now, systemClock.instant(), withinHours);
        return visits.find(id).orElseThrow();
    }

    private TicketId callable(UUID id, ServiceWindow window, String item, ZonedDateTime now) {
        return tickets.find(new TicketId(id))
                .filter(ticket -> ticket.window().equals(window.id())
                        && ticket.item().equals(item)
                        && ticket.businessDay().equals(now.toLocalDate()))
                .map(Ticket::id)
                .orElseThrow(() ->
                        Problem.of(TicketProblem.TICKET_NOT_FOR_THIS_VISIT).with("ticket", id));
    }
}
