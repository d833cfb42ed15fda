package io.tongban.community.ticket;

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
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All tickets that were taken. */
@Repository
public class Tickets {

    private static final String SELECT = """
            select id, window_id, business_day, number, item, taken_by, taken_at, taken_business_at from ticket
            """;

    private final JdbcClient jdbc;

    Tickets(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<Ticket> find(TicketId id) {
        return jdbc.sql(SELECT + "where id = :id")
                .param("id", id.value())
                .query(Tickets::ticket)
                .optional();
    }

    /** The first ticket that the account holds for the item at the window on that day and was not called with yet; as a clerk it may hold several. */
    Optional<Ticket> waiting(WindowId window, LocalDate day, String item, String takenBy) {
        return jdbc.sql(SELECT + """
                        where taken_by = :takenBy and window_id = :window and business_day = :day and item = :item
                            and not exists (select from visit where visit.ticket_id = ticket.id)
                        order by number
                        limit 1
                        """)
                .param("takenBy", takenBy)
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

    TicketId add(WindowId window, int number, String item, String takenBy, ZonedDateTime takenAt, Instant recordedAt) {
        return new TicketId(jdbc.sql("""
                        insert into ticket
                            (window_id, business_day, number, item, taken_by, taken_at, taken_business_at)
                        values (:window, :day, :number, :item, :takenBy, :recordedAt, :takenAt)
                        returning id
                        """)
                .param("window", window.value())
                .param("day", takenAt.toLocalDate())
                .param("number", number)
                .param("item", item)
                .param("takenBy", takenBy)
                .param("recordedAt", OffsetDateTime.ofInstant(recordedAt, ZoneOffset.UTC))
                .param("takenAt", takenAt.toOffsetDateTime())
                .query(UUID.class)
                .single());
    }

    /** How many tickets before this one were not called yet. */
    int ahead(Ticket ticket) {
        return jdbc.sql("""
                        select count(*) from ticket
                        where window_id = :window and business_day = :day and number < :number
                            and not exists (select from visit where visit.ticket_id = ticket.id)
                        """)
                .param("window", ticket.window().value())
                .param("day", ticket.businessDay())
                .param("number", ticket.number())
                .query(Integer.class)
                .single();
    }

    private static Ticket ticket(ResultSet row, int number) throws SQLException {
        return new Ticket(
                new TicketId(row.getObject("id", UUID.class)),
                new WindowId(row.getObject("window_id", UUID.class)),
                row.getObject("business_day", LocalDate.class),
                row.getInt("number"),
                row.getString("item"),
                row.getString("taken_by"),
                row.getObject("taken_business_at", OffsetDateTime.class).atZoneSameInstant(BusinessClock.ZONE),
                row.getObject("taken_at", OffsetDateTime.class).toInstant());
    }
}
