package io.tongban.community.ticket;

import io.tongban.community.window.ServiceWindow;
import io.tongban.platform.clock.BusinessClock;
import io.tongban.platform.problem.Problem;
import java.time.Clock;
import java.time.ZonedDateTime;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Calls the tickets of a window, also after it closed: who took one in time is served to the end. */
@Service
class CallTicket {

    private final Tickets tickets;
    private final TicketLine line;
    private final BusinessClock businessClock;
    private final Clock systemClock;

    CallTicket(Tickets tickets, TicketLine line, BusinessClock businessClock, Clock systemClock) {
        this.tickets = tickets;
        this.line = line;
        this.businessClock = businessClock;
        this.systemClock = systemClock;
    }

    /**
     * Calls the first ticket of today that was not called.
     *
     * @throws Problem {@link TicketProblem#NO_TICKET_WAITS} if every one was
     */
    @Transactional
    public Ticket next(ServiceWindow window, String clerk) {
        ZonedDateTime now = businessClock.now();
        TicketId called = line.callNext(window.id(), now.toLocalDate())
                .orElseThrow(() -> Problem.of(TicketProblem.NO_TICKET_WAITS)
                        .with("window", window.id().value()));
        line.recordCall(called, 1, clerk, now, systemClock.instant());
        return tickets.find(called).orElseThrow();
    }

    /**
     * Calls a ticket once more.
     *
     * @param seen the ticket as it was when its version was compared
     * @throws Problem {@link TicketProblem#TICKET_NOT_CALLED} if it was never called: others are before it;
     *     {@link TicketProblem#TICKET_CHANGED} if it was called or ended meanwhile
     */
    @Transactional
    public Ticket again(Ticket seen, String clerk) {
        ZonedDateTime now = businessClock.now();
        EndTicket.requireInLine(seen, now.toLocalDate());
        if (seen.calls() == 0) {
            throw Problem.of(TicketProblem.TICKET_NOT_CALLED)
                    .with("ticket", seen.id().value());
        }
        if (!line.callAgain(seen.id(), seen.calls())) {
            throw EndTicket.changed(seen);
        }
        line.recordCall(seen.id(), seen.calls() + 1, clerk, now, systemClock.instant());
        return tickets.find(seen.id()).orElseThrow();
    }
}
