package io.tongban.community.ticket;

import io.tongban.community.window.WindowId;
import io.tongban.platform.clock.BusinessClock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tickets that wait, in the order in which they are called; one that has a visit or an end is not among them. */
@Repository
public class TicketLine {

    private final JdbcClient jdbc;

    TicketLine(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void join(TicketId id, WindowId window, LocalDate day, int number, Ticket.Turn turn) {
        jdbc.sql("""
                        insert into waiting_ticket (ticket_id, window_id, business_day, turn, number)
                        values (:id, :window, :day, :turn, :number)
                        """)
                .param("id", id.value())
                .param("window", window.value())
                .param("day", day)
                .param("turn", turn.rank())
                .param("number", number)
                .update();
    }

    /** The first ticket that was not called before, which is called now; of two that ask at once each gets another. */
    Optional<TicketId> callNext(WindowId window, LocalDate day) {
        return jdbc.sql("""
                        update waiting_ticket
                        set calls = calls + 1
                        where ticket_id = (
                            select ticket_id
                            from waiting_ticket
                            where window_id = :window and business_day = :day and calls = 0
                            order by turn, number
                            limit 1
                            for update skip locked)
                        returning ticket_id
                        """)
                .param("window", window.value())
                .param("day", day)
                .query(UUID.class)
                .optional()
                .map(TicketId::new);
    }

    /** Whether the ticket waits and was called exactly so often; then it is called once more. */
    boolean callAgain(TicketId id, int calls) {
        return jdbc.sql("update waiting_ticket set calls = calls + 1 where ticket_id = :id and calls = :calls")
                        .param("id", id.value())
                        .param("calls", calls)
                        .update()
                > 0;
    }

    void recordCall(TicketId id, int call, String clerk, ZonedDateTime calledAt, Instant recordedAt) {
        jdbc.sql("""
                        insert into ticket_call (ticket_id, number, clerk, called_at, called_business_at)
                        values (:id, :number, :clerk, :recordedAt, :calledAt)
                        """)
                .param("id", id.value())
                .param("number", call)
                .param("clerk", clerk)
                .param("recordedAt", OffsetDateTime.ofInstant(recordedAt, ZoneOffset.UTC))
                .param("calledAt", calledAt.toOffsetDateTime())
                .update();
    }

    /** When the ticket was called, in the order of the calls, by the business clock. */
    List<ZonedDateTime> callsOf(TicketId id) {
        return jdbc.sql("select called_business_at from ticket_call where ticket_id = :id order by number")
                .param("id", id.value())
                .query((row, number) -> row.getObject("called_business_at", OffsetDateTime.class)
                        .atZoneSameInstant(BusinessClock.ZONE))
                .list();
    }

    /** Whether the ticket waited; then it waits no longer. */
    public boolean leave(TicketId id) {
        return jdbc.sql("delete from waiting_ticket where ticket_id = :id")
                        .param("id", id.value())
                        .update()
                > 0;
    }

    /** Whether the ticket waited and was called exactly so often; then it waits no longer. */
    boolean leave(TicketId id, int calls) {
        return jdbc.sql("delete from waiting_ticket where ticket_id = :id and calls = :calls")
                        .param("id", id.value())
                        .param("calls", calls)
                        .update()
                > 0;
    }

    /** Some, 50 at most, that still waited when their day ended, and wait no longer; another replica gets others. */
    List<TicketId> leaveBefore(LocalDate today) {
        return jdbc.sql("""
                        delete from waiting_ticket
                        where ticket_id in (
                            select ticket_id
                            from waiting_ticket
                            where business_day < :today
                            order by business_day
                            limit 50
                            for update skip locked)
                        returning ticket_id
                        """)
                .param("today", today)
                .query((row, number) -> new TicketId(row.getObject("ticket_id", UUID.class)))
                .list();
    }

    /** How many before this one were not called yet. */
    int ahead(Ticket ticket) {
        return jdbc.sql("""
                        select count(*)
                        from waiting_ticket
                        where window_id = :window and business_day = :day and calls = 0
                            and (turn, number) < (select turn, number from waiting_ticket where ticket_id = :id)
                        """)
                .param("window", ticket.window().value())
                .param("day", ticket.businessDay())
                .param("id", ticket.id().value())
                .query(Integer.class)
                .single();
    }

    /** Those of a window and day, in the order in which they are called, from the one after {@code after} on. */
    List<Waiting> list(WindowId window, LocalDate day, @Nullable Position after, int limit) {
        return jdbc.sql("""
                        select waiting_ticket.ticket_id, waiting_ticket.turn, waiting_ticket.number, waiting_ticket.calls,
                               ticket.item, ticket.taken_business_at
                        from waiting_ticket
                            join ticket on ticket.id = waiting_ticket.ticket_id
                        where waiting_ticket.window_id = :window and waiting_ticket.business_day = :day
                            and (waiting_ticket.turn, waiting_ticket.number) > (:turn, :number)
                        order by waiting_ticket.turn, waiting_ticket.number
                        limit :limit
                        """)
                .param("window", window.value())
                .param("day", day)
                .param("turn", after == null ? 0 : after.turn())
                .param("number", after == null ? 0 : after.number())
                .param("limit", limit)
                .query((row, number) -> new Waiting(
                        new TicketId(row.getObject("ticket_id", UUID.class)),
                        new Position(row.getInt("turn"), row.getInt("number")),
                        row.getString("item"),
                        row.getObject("taken_business_at", OffsetDateTime.class).atZoneSameInstant(BusinessClock.ZONE),
                        row.getInt("calls")))
                .list();
    }

    /** Where in the line: the turn first, then the number; numbers begin with 1. */
    record Position(int turn, int number) {}

    /** A ticket that waits; {@code takenAt} is by the business clock. */
    record Waiting(TicketId id, Position position, String item, ZonedDateTime takenAt, int calls) {}
}
