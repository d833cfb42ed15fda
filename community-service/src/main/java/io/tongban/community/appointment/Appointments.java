package io.tongban.community.appointment;

import io.tongban.community.ticket.TicketId;
import io.tongban.community.window.WindowId;
import io.tongban.platform.clock.BusinessClock;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All appointments; each change is made from a version of one, or by the service on its time. */
@Repository
class Appointments {

    private static final String SELECT = """
            select id, account, item, window_id, starts_at, state, case_id, ticket_id, version, booked_at, booked_business_at
            from appointment
            """;

    private final JdbcClient jdbc;

    Appointments(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Appointment> find(AppointmentId id) {
        return jdbc.sql(SELECT + "where id = :id")
                .param("id", id.value())
                .query(Appointments::appointment)
                .optional();
    }

    /** Those of an account, in the order in which they were booked, from the one after {@code after} on. */
    List<Appointment> list(String account, @Nullable UUID after, int limit) {
        return jdbc.sql(SELECT + """
                        where account = :account and (cast(:after as uuid) is null or id > :after)
                        order by id
                        limit :limit
                        """)
                .param("account", account)
                .param("after", after)
                .param("limit", limit)
                .query(Appointments::appointment)
                .list();
    }

    /** Until the transaction ends nothing else is booked for the account. */
    void lockAccount(String account) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('appointments of ' || :account, 0))")
                .param("account", account)
                .query(rows -> {});
    }

    /** Until the transaction ends nobody else gets a place of the half hour. */
    void lockSlot(WindowId window, ZonedDateTime startsAt) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('slot ' || :slot, 0))")
                .param("slot", window.value() + " " + startsAt.toInstant())
                .query(rows -> {});
    }

    /** What the account has booked for the item. */
    Optional<AppointmentId> bookedFor(String account, String item, @Nullable AppointmentId except) {
        return jdbc.sql("""
                        select id
                        from appointment
                        where live_account = :account and item = :item
                            and (cast(:except as uuid) is null or id <> :except)
                        """)
                .param("account", account)
                .param("item", item)
                .param("except", except == null ? null : except.value())
                .query(UUID.class)
                .optional()
                .map(AppointmentId::new);
    }

    /** What the account has booked for that half hour, at whichever window. */
    Optional<AppointmentId> bookedAt(String account, ZonedDateTime startsAt, @Nullable AppointmentId except) {
        return jdbc.sql("""
                        select id
                        from appointment
                        where live_account = :account and starts_at = :startsAt
                            and (cast(:except as uuid) is null or id <> :except)
                        """)
                .param("account", account)
                .param("startsAt", startsAt.toOffsetDateTime())
                .param("except", except == null ? null : except.value())
                .query(UUID.class)
                .optional()
                .map(AppointmentId::new);
    }

    /** The lowest place of the half hour that nobody holds. */
    Optional<Integer> freePlace(WindowId window, ZonedDateTime startsAt, int capacity) {
        return jdbc.sql("""
                        select free.place
                        from generate_series(1, :capacity) as free (place)
                        where not exists (
                            select from appointment
                            where appointment.window_id = :window and appointment.starts_at = :startsAt
                                and appointment.place = free.place)
                        order by free.place
                        limit 1
                        """)
                .param("capacity", capacity)
                .param("window", window.value())
                .param("startsAt", startsAt.toOffsetDateTime())
                .query(Integer.class)
                .optional();
    }

    /** How many places are held, for each half hour between two that has any. */
    Map<Instant, Integer> held(WindowId window, ZonedDateTime first, ZonedDateTime last) {
        return jdbc
                .sql("""
                        select starts_at, count(*) as held
                        from appointment
                        where window_id = :window and starts_at between :first and :last and place is not null
                        group by starts_at
                        """)
                .param("window", window.value())
                .param("first", first.toOffsetDateTime())
                .param("last", last.toOffsetDateTime())
                .query((row, number) -> Map.entry(
                        row.getObject("starts_at", OffsetDateTime.class).toInstant(), row.getInt("held")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    AppointmentId add(
            String account,
            String item,
            WindowId window,
            ZonedDateTime startsAt,
            int place,
            @Nullable UUID caseId,
            ZonedDateTime bookedAt,
            Instant recordedAt) {
        return new AppointmentId(jdbc.sql("""
                        insert into appointment
                            (account, item, window_id, starts_at, place, state, case_id, booked_at, booked_business_at)
                        values (:account, :item, :window, :startsAt, :place, 'BOOKED', :caseId, :recordedAt, :bookedAt)
                        returning id
                        """)
                .param("account", account)
                .param("item", item)
                .param("window", window.value())
                .param("startsAt", startsAt.toOffsetDateTime())
                .param("place", place)
                .param("caseId", caseId)
                .param("recordedAt", OffsetDateTime.ofInstant(recordedAt, ZoneOffset.UTC))
                .param("bookedAt", bookedAt.toOffsetDateTime())
                .query(UUID.class)
                .single());
    }

    /** Whether the appointment was at that version; then it is booked for another half hour, and its place is free. */
    boolean move(AppointmentId id, int version, WindowId window, ZonedDateTime startsAt, int place) {
        return jdbc.sql("""
                        update appointment
                        set window_id = :window, starts_at = :startsAt, place = :place, state = 'BOOKED',
                            version = version + 1
                        where id = :id and version = :version
                        """)
                        .param("id", id.value())
                        .param("version", version)
                        .param("window", window.value())
                        .param("startsAt", startsAt.toOffsetDateTime())
                        .param("place", place)
                        .update()
                > 0;
    }

    /** Whether the appointment was at that version; then it is cancelled, and its place is free. */
    boolean cancel(AppointmentId id, int version) {
        return jdbc.sql("""
                        update appointment
                        set state = 'CANCELLED', place = null, version = version + 1
                        where id = :id and version = :version
                        """).param("id", id.value()).param("version", version).update() > 0;
    }

    /** Whether the appointment was at that version; then the applicant has come. */
    boolean checkIn(AppointmentId id, int version, TicketId ticket) {
        return jdbc.sql("""
                        update appointment
                        set state = 'CHECKED_IN', ticket_id = :ticket, version = version + 1
                        where id = :id and version = :version
                        """)
                        .param("id", id.value())
                        .param("version", version)
                        .param("ticket", ticket.value())
                        .update()
                > 0;
    }

    /** How many of those that began by then gave up their place now, 200 at most; another replica gets others. */
    int freePlacesOf(ZonedDateTime begunBy) {
        return jdbc.sql("""
                        update appointment
                        set place = null
                        where id in (
                            select id
                            from appointment
                            where live_from <= :begunBy and place is not null
                            order by live_from
                            limit 200
                            for update skip locked)
                        """).param("begunBy", begunBy.toOffsetDateTime()).update();
    }

    /** How many of those that began by then are missed now, 200 at most; another replica gets others. */
    int miss(ZonedDateTime begunBy) {
        return jdbc.sql("""
                        update appointment
                        set state = 'NO_SHOW', place = null, version = version + 1
                        where id in (
                            select id
                            from appointment
                            where live_from <= :begunBy
                            order by live_from
                            limit 200
                            for update skip locked)
                        """).param("begunBy", begunBy.toOffsetDateTime()).update();
    }

    /** The half hours after a moment for which somebody has booked at the window. */
    List<ZonedDateTime> bookedStarts(WindowId window, ZonedDateTime after) {
        return jdbc.sql("""
                        select distinct starts_at
                        from appointment
                        where window_id = :window and starts_at > :after and state = 'BOOKED'
                        order by starts_at
                        """)
                .param("window", window.value())
                .param("after", after.toOffsetDateTime())
                .query((row, number) -> businessTime(row, "starts_at"))
                .list();
    }

    /**
     * Displaces what is booked at the window after a moment.
     *
     * @param gone the half hours that the window is no longer open for
     * @param items those that the window takes
     */
    void displace(WindowId window, ZonedDateTime after, Collection<ZonedDateTime> gone, Collection<String> items) {
        jdbc.sql("""
                        update appointment
                        set state = 'DISPLACED', place = null, version = version + 1
                        where window_id = :window and starts_at > :after and state = 'BOOKED'
                            and (starts_at = any(cast(:gone as timestamptz[])) or item <> all(cast(:items as text[])))
                        """)
                .param("window", window.value())
                .param("after", after.toOffsetDateTime())
                .param(
                        "gone",
                        gone.stream().map(start -> start.toInstant().toString()).toArray(String[]::new))
                .param("items", items.toArray(String[]::new))
                .update();
    }

    private static Appointment appointment(ResultSet row, int number) throws SQLException {
        UUID ticket = row.getObject("ticket_id", UUID.class);
        return new Appointment(
                new AppointmentId(row.getObject("id", UUID.class)),
                row.getString("account"),
                row.getString("item"),
                new WindowId(row.getObject("window_id", UUID.class)),
                businessTime(row, "starts_at"),
                Appointment.State.valueOf(row.getString("state")),
                row.getObject("case_id", UUID.class),
                ticket == null ? null : new TicketId(ticket),
                row.getInt("version"),
                businessTime(row, "booked_business_at"),
                row.getObject("booked_at", OffsetDateTime.class).toInstant());
    }

    private static ZonedDateTime businessTime(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).atZoneSameInstant(BusinessClock.ZONE);
    }
}
