package io.tongban.community.visit;

import io.tongban.community.ticket.Ticket;
import io.tongban.community.ticket.TicketId;
import io.tongban.community.ticket.TicketLine;
import io.tongban.community.ticket.TicketProblem;
import io.tongban.community.ticket.Tickets;
import io.tongban.community.trip.Present;
import io.tongban.community.trip.TicketEnd;
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
    private final TicketLine line;
    private final WorkingCalendar calendar;
    private final BusinessClock businessClock;
    private final Clock systemClock;

    OpenVisit(
            Visits visits,
            Tickets tickets,
            TicketLine line,
            WorkingCalendar calendar,
            BusinessClock businessClock,
            Clock systemClock) {
        this.visits = visits;
        this.tickets = tickets;
        this.line = line;
        this.calendar = calendar;
        this.businessClock = businessClock;
        this.systemClock = systemClock;
    }

    @Transactional
    public Visit open(ServiceWindow window, String item, @Nullable UUID ticket, Present present, String clerk) {
        ZonedDateTime now = businessClock.now();
        TicketId served = ticket == null ? null : served(ticket, window, item, now);
        boolean withinHours =
                window.hours().closesAfter(now.toLocalDateTime(), calendar).isPresent();
        VisitId id = visits.open(
                Visit.Place.of(window), item, clerk, served, present, now, systemClock.instant(), withinHours);
        return visits.find(id).orElseThrow();
    }

    /** The ticket, which waits no longer; whoever took it out of the line first has it. */
    private TicketId served(UUID id, ServiceWindow window, String item, ZonedDateTime now) {
        TicketId wanted = new TicketId(id);
        boolean waited = line.leave(wanted);
        Ticket ticket = tickets.find(wanted)
                .filter(found -> found.window().equals(window.id())
                        && found.item().equals(item)
                        && found.businessDay().equals(now.toLocalDate()))
                .orElseThrow(() ->
                        Problem.of(TicketProblem.TICKET_NOT_FOR_THIS_VISIT).with("ticket", id));
        TicketEnd end = ticket.end();
        if (!waited && end != null && end != TicketEnd.SERVED) { // of one that was served the visit says so
            throw Problem.of(TicketProblem.TICKET_ENDED)
                    .with("ticket", id)
                    .with("ticketState", ticket.stateOn(now.toLocalDate()));
        }
        return wanted;
    }
}
