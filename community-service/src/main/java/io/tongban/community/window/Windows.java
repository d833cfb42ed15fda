package io.tongban.community.window;

import io.tongban.community.division.DivisionId;
import io.tongban.community.division.Divisions;
import io.tongban.community.window.hours.DayKind;
import io.tongban.community.window.hours.Hours;
import io.tongban.community.window.hours.OpeningPeriod;
import io.tongban.platform.problem.Problem;
import io.tongban.platform.problem.ShownName;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All windows of the network. */
@Repository
public class Windows {

    private final JdbcClient jdbc;

    Windows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The window with its division as of that day. */
    public Optional<ServiceWindow> find(WindowId id, LocalDate on) {
        Hours hours = hours(id);
        return jdbc.sql("""
                        select division.id, division.tier, entry.code, entry.name, parent.code as parent,
                               entry.valid_from, entry.valid_until,
                               service_window.name as window_name, service_window.capacity, service_window.version,
                               service_centre.id as centre_id, service_centre.name as centre_name,
                               authority.id as authority_id, authority.name as authority_name,
                               array(select item from window_item where window_id = service_window.id) as items
                        from service_window
                            join service_centre on service_centre.id = service_window.centre_id
                            join authority on authority.id = service_window.authority_id
                            join division on division.id = service_centre.division_id
                            join division_entry as entry on entry.division_id = division.id
                                and :on between entry.valid_from and coalesce(entry.valid_until, 'infinity')
                            left join division_entry as parent on parent.division_id = entry.parent_id
                                and :on between parent.valid_from and coalesce(parent.valid_until, 'infinity')
                        where service_window.id = :id
                        """)
                .param("id", id.value())
                .param("on", on)
                .query((row, number) -> new ServiceWindow(
                        id,
                        row.getString("window_name"),
                        Divisions.division(row, number),
                        new ServiceCentre(row.getObject("centre_id", UUID.class), row.getString("centre_name")),
                        new Authority(row.getString("authority_id"), row.getString("authority_name")),
                        new TreeSet<>(texts(row, "items")),
                        hours,
                        row.getInt("capacity"),
                        row.getInt("version")))
                .optional();
    }

    /** Whether any window could take it, so that a misspelt item is not answered with an empty list. */
    public boolean knowsItem(String item) {
        return jdbc.sql("select exists (select from service_item where id = :item)")
                .param("item", item)
                .query(Boolean.class)
                .single();
    }

    /**
     * Refuses a reference to something that the network does not know.
     *
     * @throws Problem {@link WindowProblem#AUTHORITY_UNKNOWN} or {@link WindowProblem#ITEM_UNKNOWN}
     */
    void requireKnown(String authority, Collection<String> items) {
        boolean authorityKnown = jdbc.sql("select exists (select from authority where id = :authority)")
                .param("authority", authority)
                .query(Boolean.class)
                .single();
        if (!authorityKnown) {
            throw Problem.of(WindowProblem.AUTHORITY_UNKNOWN).withSent("authority", authority);
        }
        List<String> unknown = jdbc.sql("""
                        select item from unnest(:items::text[]) as item
                        where not exists (select from service_item where id = item)
                        order by item
                        """)
                .param("items", items.toArray(String[]::new))
                .query(String.class)
                .list();
        if (!unknown.isEmpty()) {
            throw Problem.of(WindowProblem.ITEM_UNKNOWN)
                    .withSent("item", unknown.getFirst())
                    .with(
                            "items",
                            unknown.stream().map(ShownName::of).distinct().toList());
        }
    }

    /** The centre of that name in the division, which is founded if there is none. */
    UUID centre(DivisionId division, String name) {
        jdbc.sql("""
                        insert into service_centre (division_id, name) values (:division, :name)
                        on conflict (division_id, name) do nothing
                        """).param("division", division.value()).param("name", name).update();
        return jdbc.sql("select id from service_centre where division_id = :division and name = :name")
                .param("division", division.value())
                .param("name", name)
                .query(UUID.class)
                .single();
    }

    /** @throws Problem {@link WindowProblem#WINDOW_NAME_TAKEN} if the centre has a window of that name */
    WindowId add(UUID centre, String name, String authority, Collection<String> items, Hours hours) {
        WindowId id = jdbc.sql("""
                        insert into service_window (centre_id, name, authority_id, lunch)
                        values (:centre, :name, :authority, :lunch)
                        on conflict (centre_id, name) do nothing
                        returning id
                        """)
                .param("centre", centre)
                .param("name", name)
                .param("authority", authority)
                .param("lunch", hours.lunch().name())
                .query(UUID.class)
                .optional()
                .map(WindowId::new)
                .orElseThrow(() -> nameTaken(name));
        setItems(id, items);
        setHours(id, hours);
        return id;
    }

    /**
     * Changes what the window is called, who staffs it and what it takes.
     *
     * @throws Problem {@link WindowProblem#WINDOW_CHANGED} if the window is no longer at that version
     */
    void change(WindowId id, long version, String name, String authority, Collection<String> items) {
        raise(id, version);
        try {
            jdbc.sql("update service_window set name = :name, authority_id = :authority where id = :id")
                    .param("id", id.value())
                    .param("name", name)
                    .param("authority", authority)
                    .update();
        } catch (DuplicateKeyException cause) {
            throw nameTaken(name);
        }
        setItems(id, items);
        noteChange(id);
    }

    /** @throws Problem {@link WindowProblem#WINDOW_CHANGED} if the window is no longer at that version */
    void changeHours(WindowId id, long version, Hours hours) {
        raise(id, version);
        jdbc.sql("update service_window set lunch = :lunch where id = :id")
                .param("id", id.value())
                .param("lunch", hours.lunch().name())
                .update();
        setHours(id, hours);
        noteChange(id);
    }

    /** @throws Problem {@link WindowProblem#WINDOW_CHANGED} if the window is no longer at that version */
    void changeCapacity(WindowId id, long version, int capacity) {
        raise(id, version);
        jdbc.sql("update service_window set capacity = :capacity where id = :id")
                .param("id", id.value())
                .param("capacity", capacity)
                .update();
    }

    /** Keeps the window as it is until the transaction ends: a change of it waits, and sees what was written meanwhile. */
    public void hold(WindowId id) {
        jdbc.sql("select version from service_window where id = :id for share")
                .param("id", id.value())
                .query(rows -> {});
    }

    /** A window whose hours or items were changed; whoever takes it sees the change, and nobody else gets it for this change. */
    public Optional<WindowId> takeChanged() {
        return jdbc.sql("""
                        delete from changed_window
                        where window_id = (
                            select window_id from changed_window order by window_id limit 1 for update skip locked)
                        returning window_id
                        """).query(UUID.class).optional().map(WindowId::new);
    }

    void recordChange(ServiceWindow window, String by, Instant at) {
        jdbc.sql("""
                        insert into window_change (window_id, version, changed_at, changed_by, description)
                        values (:window, :version, :at, :by, :description)
                        """)
                .param("window", window.id().value())
                .param("version", window.version())
                .param("at", OffsetDateTime.ofInstant(at, ZoneOffset.UTC))
                .param("by", by)
                .param(
                        "description",
                        "%s; %s; %s; %s; %d places"
                                .formatted(
                                        window.name(),
                                        window.authority().id(),
                                        window.items(),
                                        window.hours(),
                                        window.capacity()))
                .update();
    }

    private void raise(WindowId id, long version) {
        int raised = jdbc.sql("update service_window set version = version + 1 where id = :id and version = :version")
                .param("id", id.value())
                .param("version", version)
                .update();
        if (raised == 0) {
            throw Problem.of(WindowProblem.WINDOW_CHANGED)
                    .with("window", id.value())
                    .with("version", version);
        }
    }

    /** With an update where a row is there: whoever takes that row at the same time waits, and sees this change. */
    private void noteChange(WindowId id) {
        jdbc.sql("""
                        insert into changed_window (window_id, version)
                        select id, version from service_window where id = :id
                        on conflict (window_id) do update set version = excluded.version
                        """).param("id", id.value()).update();
    }

    private void setItems(WindowId id, Collection<String> items) {
        jdbc.sql("delete from window_item where window_id = :id")
                .param("id", id.value())
                .update();
        jdbc.sql("insert into window_item (item, window_id) select item, :id from unnest(:items::text[]) as item")
                .param("id", id.value())
                .param("items", items.toArray(String[]::new))
                .update();
    }

    private void setHours(WindowId id, Hours hours) {
        jdbc.sql("delete from window_opening where window_id = :id")
                .param("id", id.value())
                .update();
        insertOpenings(id, DayKind.WORKING_DAY, hours.workingDays());
        insertOpenings(id, DayKind.WEEKEND, hours.weekends());
    }

    private void insertOpenings(WindowId id, DayKind day, List<OpeningPeriod> periods) {
        jdbc.sql("""
                        insert into window_opening (window_id, day, opens, closes)
                        select :id, :day, opens, closes
                        from unnest(:opens::time[], :closes::time[]) as period (opens, closes)
                        """)
                .param("id", id.value())
                .param("day", day.name())
                .param(
                        "opens",
                        periods.stream()
                                .map(period -> period.opens().toString())
                                .toArray(String[]::new))
                .param(
                        "closes",
                        periods.stream()
                                .map(period -> period.closes().toString())
                                .toArray(String[]::new))
                .update();
    }

    private Hours hours(WindowId id) {
        Map<DayKind, List<OpeningPeriod>> periods = jdbc
                .sql("""
                        select day, opens, closes from window_opening where window_id = :id
                        """)
                .param("id", id.value())
                .query((row, number) -> Map.entry(
                        DayKind.valueOf(row.getString("day")),
                        new OpeningPeriod(
                                row.getObject("opens", LocalTime.class), row.getObject("closes", LocalTime.class))))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
        return new Hours(
                periods.getOrDefault(DayKind.WORKING_DAY, List.of()), periods.getOrDefault(DayKind.WEEKEND, List.of()));
    }

    private static Problem nameTaken(String name) {
        return Problem.of(WindowProblem.WINDOW_NAME_TAKEN).withSent("name", name);
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }
}
