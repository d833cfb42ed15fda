package io.tongban.community.ticket;

import io.tongban.community.finding.Finding;
import io.tongban.community.finding.FindingCategory;
import io.tongban.community.finding.Findings;
import io.tongban.community.window.Windows;
import io.tongban.platform.clock.BusinessClock;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Finds the tickets whose day ended without a visit and without another end; several replicas may look at once. */
@Service
class UnservedTickets {

    private final Tickets tickets;
    private final TicketLine line;
    private final Windows windows;
    private final Findings findings;
    private final BusinessClock clock;

    UnservedTickets(Tickets tickets, TicketLine line, Windows windows, Findings findings, BusinessClock clock) {
        this.tickets = tickets;
        this.line = line;
        this.windows = windows;
        this.findings = findings;
        this.clock = clock;
    }

    /** How many were found; none: there are no more. */
    @Transactional
    public int findSome() {
        List<TicketId> left = line.leaveBefore(clock.today());
        left.forEach(id -> tickets.find(id).ifPresent(this::add));
        return left.size();
    }

    private void add(Ticket ticket) {
        windows.find(ticket.window(), ticket.businessDay())
                .ifPresent(window -> findings.add(
                        FindingCategory.UNSERVED,
                        ticket.id().value(),
                        Finding.Place.of(window),
                        ticket.item(),
                        ticket.businessDay()));
    }
}
