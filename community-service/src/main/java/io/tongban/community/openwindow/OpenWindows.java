package io.tongban.community.openwindow;

import io.tongban.community.division.DivisionId;
import io.tongban.community.division.Tier;
import io.tongban.community.window.Authority;
import io.tongban.community.window.ServiceCentre;
import io.tongban.community.window.ServiceWindow;
import io.tongban.community.window.WindowId;
import io.tongban.community.window.hours.DayKind;
import io.tongban.community.window.hours.Lunch;
import io.tongban.community.window.hours.WorkingCalendar;
import io.tongban.platform.clock.BusinessClock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which window can take an item at a moment; one statement for each question. */
@Repository
public class OpenWindows {

    private static final String COLUMNS = """
            service_window.id, service_window.name, division.tier, entry.code,
            service_centre.id as centre_id, service_centre.name as centre_name,
            authority.id as authority_id, authority.name as authority_name,
            array(select item from window_item
                  where window_item.window_id = service_window.id order by item) as items,
            opening.closes, service_window.lunch, service_window.capacity
            """;

    /** Walks the windows that take the item in the order of the index, and looks up the rest by key. */
    private static final String OPEN = """
            from window_item as offered
                join window_opening as opening on opening.window_id = offered.window_id
                    and opening.day = :day and opening.opens <= :time and opening.closes > :time
                join service_window on service_window.id = offered.window_id
                join service_centre on service_centre.id = service_window.centre_id
                join authority on authority.id = service_window.authority_id
                join division on division.id = service_centre.division_id
                join division_entry as entry on entry.division_id = division.id
                    and :on between entry.valid_from and coalesce(entry.valid_until, 'infinity')
            """;

    static final String LIST = """
            with recursive subtree (division_id) as (
                select cast(:within as uuid)
                union all
                select entry.division_id
                from subtree
                    join division_entry as entry on entry.parent_id = subtree.division_id
                where :on between entry.valid_from and coalesce(entry.valid_until, 'infinity')
            )
            select
            """ + COLUMNS + OPEN + """
            where offered.item = :item
                and (cast(:after as uuid) is null or offered.window_id > :after)
                and (cast(:within as uuid) is null
                    or service_centre.division_id in (select division_id from subtree))
            order by offered.window_id
            limit :limit
            """;

    static final String INSTEAD = """
            with recursive line (division_id, parent_id, steps) as (
                select division_id, parent_id, 0
                from division_entry
                where division_id = :division
                    and :on between valid_from and coalesce(valid_until, 'infinity')
                union all
                select above.division_id, above.parent_id, line.steps + 1
                from line
                    join division_entry as above on above.division_id = line.parent_id
                where :on between above.valid_from and coalesce(above.valid_until, 'infinity')
            ), around (division_id, steps, below, expands) as (
                select line.division_id, line.steps, 0, true from line
                union all
                select entry.division_id, around.steps, around.below + 1, parent.tier <> 'CITY'
                from around
                    join division as parent on parent.id = around.division_id
                    join division_entry as entry on entry.parent_id = around.division_id
                where around.expands
                    and :on between entry.valid_from and coalesce(entry.valid_until, 'infinity')
                    and not exists (select from line where line.division_id = entry.division_id)
            )
            select
            """ + COLUMNS + OPEN + """
                join around on around.division_id = division.id
            where offered.item = :item and offered.window_id <> :window
            order by opening.closes < :soon, around.below > 0, around.steps, around.below, offered.window_id
            limit :limit
            """;

    private final JdbcClient jdbc;
    private final WorkingCalendar calendar;

    OpenWindows(JdbcClient jdbc, WorkingCalendar calendar) {
        this.jdbc = jdbc;
        this.calendar = calendar;
    }

    /**
     * In the order of their ids, from the one after {@code after} on.
     *
     * @param within only windows in this division and below it; null for the whole city
     */
    List<OpenWindow> list(
            String item, ZonedDateTime at, @Nullable DivisionId within, @Nullable WindowId after, int limit) {
        Moment moment = moment(at);
        return jdbc.sql(LIST)
                .param("day", moment.day().name())
                .param("time", moment.time())
                .param("on", moment.on())
                .param("item", item)
                .param("within", within == null ? null : within.value())
                .param("after", after == null ? null : after.value())
                .param("limit", limit)
                .query(openOn(moment.on()))
                .list();
    }

    /**
     * The windows to go to instead of {@code window}, best first: first those that stay open for {@code atLeast},
     * among them its own street, district and city before its neighbours in the district and the other districts.
     */
    public List<OpenWindow> insteadOf(
            ServiceWindow window, String item, ZonedDateTime at, Duration atLeast, int limit) {
        Moment moment = moment(at);
        LocalTime soon = moment.time().plus(atLeast);
        return jdbc.sql(INSTEAD)
                .param("division", window.division().id().value())
                .param("window", window.id().value())
                .param("day", moment.day().name())
                .param("time", moment.time())
                .param("soon", soon.isAfter(moment.time()) ? soon : LocalTime.MAX)
                .param("on", moment.on())
                .param("item", item)
                .param("limit", limit)
                .query(openOn(moment.on()))
                .list();
    }

    private Moment moment(ZonedDateTime at) {
        ZonedDateTime here = at.withZoneSameInstant(BusinessClock.ZONE);
        return new Moment(here.toLocalDate(), here.toLocalTime(), calendar.kindOf(here.toLocalDate()));
    }

    private static RowMapper<OpenWindow> openOn(LocalDate on) {
        return (row, number) -> new OpenWindow(
                new WindowId(row.getObject("id", UUID.class)),
                row.getString("name"),
                Tier.valueOf(row.getString("tier")),
                row.getString("code"),
                new ServiceCentre(row.getObject("centre_id", UUID.class), row.getString("centre_name")),
                new Authority(row.getString("authority_id"), row.getString("authority_name")),
                List.of((String[]) row.getArray("items").getArray()),
                on.atTime(row.getObject("closes", LocalTime.class)).atZone(BusinessClock.ZONE),
                Lunch.valueOf(row.getString("lunch")),
                row.getInt("capacity"));
    }

    private record Moment(LocalDate on, LocalTime time, DayKind day) {}
}
