package io.tongban.community.ticket;

import io.tongban.community.trip.TicketEnd;
import io.tongban.community.window.ServiceWindow;
import io.tongban.platform.clock.BusinessClock;
import io.tongban.platform.problem.Problem;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Ends a ticket without a visit, on its day.
 *
 * <p>Each act takes the ticket as it was when its version was compared, and is refused with {@link TicketProblem#TICKET_ENDED} after an
 * end, {@link TicketProblem#TICKET_OF_ANOTHER_DAY} on a later day and {@link TicketProblem#TICKET_CHANGED} if something happened to it
 * meanwhile.
 */
@Service
class EndTicket {

    private final Tickets tickets;
    private final TicketLine line;
    private final HandoverTickets handovers;
    private final TicketProperties properties;
    private final BusinessClock businessClock;
    private final Clock systemClock;

    EndTicket(
            Tickets tickets,
            TicketLine line,
            HandoverTickets handovers,
            TicketProperties properties,
            BusinessClock businessClock,
            Clock systemClock) {
        this.tickets = tickets;
        this.line = line;
        this.handovers = handovers;
        this.properties = properties;
        this.businessClock = businessClock;
        this.systemClock = systemClock;
    }

    /** Whoever took the ticket gives it back. */
    @Transactional
    public Ticket giveBack(Ticket seen) {
        end(seen, TicketEnd.RETURNED, null, seen.holder().account());
        return tickets.find(seen.id()).orElseThrow();
    }

    /**
     * Nobody came.
     *
     * @throws Problem {@link TicketProblem#TICKET_STILL_AWAITED} if it was not called as often and for as long as it must be
     */
    @Transactional
    public Ticket absent(Ticket seen, String clerk) {
        requireInLine(seen, businessClock.today());
        requireCalledInVain(seen);
        end(seen, TicketEnd.NO_SHOW, null, clerk);
        return tickets.find(seen.id()).orElseThrow();
    }

    /** The holder goes on at another window, with the ticket that is answered. */
    @Transactional
    public Ticket handOver(Ticket seen, UUID window) {
        requireInLine(seen, businessClock.today());
        ServiceWindow target = handovers.target(window, seen.window(), seen.item());
        Ticket elsewhere = handovers.give(target, seen.item(), seen.holder());
        end(seen, TicketEnd.HANDOVER, elsewhere.id(), seen.holder().account());
        return elsewhere;
    }

    private void end(Ticket seen, TicketEnd end, @Nullable TicketId goesOnWith, String by) {
        ZonedDateTime now = businessClock.now();
        requireInLine(seen, now.toLocalDate());
        if (!line.leave(seen.id(), seen.calls())) {
            throw changed(seen);
        }
        tickets.end(seen.id(), end, goesOnWith, by, now, systemClock.instant());
    }

    private void requireCalledInVain(Ticket seen) {
        List<ZonedDateTime> calls = line.callsOf(seen.id());
        if (calls.size() < properties.callsBeforeAbsent()
                || Duration.between(calls.getFirst(), calls.getLast()).compareTo(properties.absentAfter()) < 0) {
            throw Problem.of(TicketProblem.TICKET_STILL_AWAITED)
                    .with("ticket", seen.id().value())
                    .with("calls", calls.size())
                    .with("callsNeeded", properties.callsBeforeAbsent())
                    .with("minutesNeeded", properties.absentAfter().toMinutes());
        }
    }

    static void requireInLine(Ticket ticket, LocalDate today) {
        if (ticket.end() != null) {
            throw Problem.of(TicketProblem.TICKET_ENDED)
                    .with("ticket", ticket.id().value())
                    .with("ticketState", ticket.stateOn(today));
        }
        if (!ticket.businessDay().equals(today)) {
            throw Problem.of(TicketProblem.TICKET_OF_ANOTHER_DAY)
                    .with("ticket", ticket.id().value())
                    .with("validOn", ticket.businessDay().toString());
        }
    }

    static Problem changed(Ticket ticket) {
        return Problem.of(TicketProblem.TICKET_CHANGED)
                .with("ticket", ticket.id().value());
    }
}
