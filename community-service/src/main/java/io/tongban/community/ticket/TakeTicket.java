package io.tongban.community.ticket;

import io.tongban.community.window.ServiceWindow;
import io.tongban.community.window.hours.WorkingCalendar;
import io.tongban.platform.clock.BusinessClock;
import io.tongban.platform.problem.Problem;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes a ticket at a window that is open; whoever holds one is served to the end, also after it closes. */
@Service
public class TakeTicket {

    private final Tickets tickets;
    private final TicketLine line;
    private final TicketProperties limits;
    private final WorkingCalendar calendar;
    private final BusinessClock businessClock;
    private final Clock systemClock;

    TakeTicket(
            Tickets tickets,
            TicketLine line,
            TicketProperties limits,
            WorkingCalendar calendar,
            BusinessClock businessClock,
            Clock systemClock) {
        this.tickets = tickets;
        this.line = line;
        this.limits = limits;
        this.calendar = calendar;
        this.businessClock = businessClock;
        this.systemClock = systemClock;
    }

    @Transactional
    public Ticket take(ServiceWindow window, String item, Taker taker, String account) {
        ZonedDateTime now = businessClock.now();
        requireOpen(window, now.toLocalDateTime());
        LocalDate today = now.toLocalDate();
        int number = tickets.nextNumber(window.id(), today); // first: it is the lock that makes the check below hold
        if (taker == Taker.APPLICANT) { // the others take them for one person after another
            requireNoneWaiting(window, item, account, today);
        }
        requireNotUsedUp(account, limits.mostOf(taker), now);
        return put(window, number, item, new Ticket.Holder(account, taker), Ticket.Turn.NUMBER, now);
    }

    /** Gives a ticket for what was arranged before, in the transaction of that act: no limit counts, and the window may be closed. */
    @Transactional
    public Ticket give(ServiceWindow window, String item, Ticket.Holder holder, Ticket.Turn turn) {
        ZonedDateTime now = businessClock.now();
        return put(window, tickets.nextNumber(window.id(), now.toLocalDate()), item, holder, turn, now);
    }

    private Ticket put(
            ServiceWindow window, int number, String item, Ticket.Holder holder, Ticket.Turn turn, ZonedDateTime now) {
        TicketId id = tickets.add(window.id(), number, item, holder, now, systemClock.instant());
        line.join(id, window.id(), now.toLocalDate(), number, turn);
        return tickets.find(id).orElseThrow();
    }

    private void requireNoneWaiting(ServiceWindow window, String item, String applicant, LocalDate today) {
        tickets.waiting(window.id(), today, item, applicant).ifPresent(held -> {
            throw Problem.of(TicketProblem.TICKET_ALREADY_TAKEN)
                    .with("ticket", held.id().value())
                    .with("number", held.number());
        });
    }

    private void requireNotUsedUp(String account, int most, ZonedDateTime now) {
        if (tickets.takenBy(account, now.toLocalDate()) >= most) {
            ZonedDateTime tomorrow = now.toLocalDate().plusDays(1).atStartOfDay(now.getZone());
            throw Problem.of(TicketProblem.TICKETS_USED_UP)
                    .with("most", most)
                    .header(
                            HttpHeaders.RETRY_AFTER,
                            Long.toString(
                                    Math.max(1, Duration.between(now, tomorrow).toSeconds())));
        }
    }

    private void requireOpen(ServiceWindow window, LocalDateTime now) {
        if (window.hours().closesAfter(now, calendar).isEmpty()) {
            throw Problem.of(TicketProblem.WINDOW_CLOSED)
                    .with("window", window.id().value())
                    .with(
                            "opensAt",
                            window.hours()
                                    .opensAfter(now, calendar)
                                    .map(opens ->
                                            opens.atZone(BusinessClock.ZONE).toOffsetDateTime())
                                    .orElse(null));
        }
    }
}
