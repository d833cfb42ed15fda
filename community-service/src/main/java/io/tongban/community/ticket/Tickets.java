package io.tongban.community.ticket;

import io.tongban.community.trip.TicketEnd;
import io.tongban.community.window.WindowId;
import io.tongban.platform.clock.BusinessClock;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All tickets that were taken; what is written of them is never changed. */
@Repository
public class Tickets {

    private static final String SELECT = """
            select ticket.id, ticket.window_id, ticket.business_day, ticket.number, ticket.item, ticket.taken_by,
                   ticket.taker, ticket.taken_at, ticket.taken_business_at, visit.id is not null as served,
                   ticket_end.code, ticket_end.goes_on_with,
                   (select count(*) from ticket_call where ticket_call.ticket_id = ticket.id) as calls
            from ticket
                left join visit on visit.ticket_id = ticket.id
                left join ticket_end on ticket_end.ticket_id = ticket.id
            """;

    private final JdbcClient jdbc;

    Tickets(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<Ticket> find(TicketId id) {
        return jdbc.sql(SELECT + "where ticket.id = :id")
                .param("id", id.value())
                .query(Tickets::ticket)
                .optional();
    }

    /** The first ticket with which the account waits for the item at the window on that day; as a clerk it may hold several. */
    Optional<Ticket> waiting(WindowId window, LocalDate day, String item, String account) {
        return jdbc.sql(SELECT + """
                        where ticket.taken_by = :account and ticket.window_id = :window and ticket.business_day = :day
                            and ticket.item = :item
                            and exists (select from waiting_ticket where waiting_ticket.ticket_id = ticket.id)
                        order by ticket.number
                        limit 1
                        """)
                .param("account", account)
                .param("window", window.value())
                .param("day", day)
                .param("item", item)
                .query(Tickets::ticket)
                .optional();
    }

    /** How many tickets the account took on that day; until the transaction ends it takes no other. */
    int takenBy(String account, LocalDate day) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('tickets of ' || :account, 0))")
                .param("account", account)
                .query(rows -> {});
        return jdbc.sql("select count(*) from ticket where taken_by = :account and business_day = :day")
                .param("account", account)
                .param("day", day)
                .query(Integer.class)
                .single();
    }

    /** The next number; until the transaction ends nobody else gets one, and it is given back if that fails. */
    int nextNumber(WindowId window, LocalDate day) {
        return jdbc.sql("""
                        insert into ticket_count as count (window_id, business_day, taken)
                        values (:window, :day, 1)
                        on conflict (window_id, business_day) do update set taken = count.taken + 1
                        returning taken
                        """)
                .param("window", window.value())
                .param("day", day)
                .query(Integer.class)
                .single();
    }

    TicketId add(
            WindowId window, int number, String item, Ticket.Holder holder, ZonedDateTime takenAt, Instant recordedAt) {
        Taker taker = holder.taker();
        return new TicketId(jdbc.sql("""
                        insert into ticket
                            (window_id, business_day, number, item, taken_by, taker, taken_at, taken_business_at)
                        values (:window, :day, :number, :item, :account, :taker, :recordedAt, :takenAt)
                        returning id
                        """)
                .param("window", window.value())
                .param("day", takenAt.toLocalDate())
                .param("number", number)
                .param("item", item)
                .param("account", holder.account())
                .param("taker", taker == null ? null : taker.name())
                .param("recordedAt", OffsetDateTime.ofInstant(recordedAt, ZoneOffset.UTC))
                .param("takenAt", takenAt.toOffsetDateTime())
                .query(UUID.class)
                .single());
    }

    /** Writes down how the ticket ended without a visit; whoever does so took it out of the line before. */
    void end(
            TicketId id,
            TicketEnd end,
            @Nullable TicketId goesOnWith,
            String by,
            ZonedDateTime at,
            Instant recordedAt) {
        jdbc.sql("""
                        insert into ticket_end (ticket_id, code, goes_on_with, ended_by, ended_at, ended_business_at)
                        values (:id, :code, :goesOnWith, :by, :recordedAt, :at)
                        """)
                .param("id", id.value())
                .param("code", end.name())
                .param("goesOnWith", goesOnWith == null ? null : goesOnWith.value())
                .param("by", by)
                .param("recordedAt", OffsetDateTime.ofInstant(recordedAt, ZoneOffset.UTC))
                .param("at", at.toOffsetDateTime())
                .update();
    }

    private static Ticket ticket(ResultSet row, int number) throws SQLException {
        String taker = row.getString("taker");
        UUID goesOnWith = row.getObject("goes_on_with", UUID.class);
        return new Ticket(
                new TicketId(row.getObject("id", UUID.class)),
                new WindowId(row.getObject("window_id", UUID.class)),
                row.getObject("business_day", LocalDate.class),
                row.getInt("number"),
                row.getString("item"),
                new Ticket.Holder(row.getString("taken_by"), taker == null ? null : Taker.valueOf(taker)),
                row.getObject("taken_business_at", OffsetDateTime.class).atZoneSameInstant(BusinessClock.ZONE),
                row.getObject("taken_at", OffsetDateTime.class).toInstant(),
                row.getInt("calls"),
                end(row),
                goesOnWith == null ? null : new TicketId(goesOnWith));
    }

    private static @Nullable TicketEnd end(ResultSet row) throws SQLException {
        String code = row.getString("code");
        if (code != null) {
            return TicketEnd.valueOf(code);
        }
        return row.getBoolean("served") ? TicketEnd.SERVED : null;
    }
}
