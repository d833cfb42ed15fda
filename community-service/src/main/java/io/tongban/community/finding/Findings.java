package io.tongban.community.finding;

import io.tongban.community.division.DivisionId;
import io.tongban.community.window.WindowId;
import io.tongban.platform.clock.BusinessClock;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All findings; one is added once and never changed. */
@Repository
public class Findings {

    private final JdbcClient jdbc;
    private final BusinessClock businessClock;
    private final Clock systemClock;

    Findings(JdbcClient jdbc, BusinessClock businessClock, Clock systemClock) {
        this.jdbc = jdbc;
        this.businessClock = businessClock;
        this.systemClock = systemClock;
    }

    /** Adds what was found of a ticket or visit; nothing if it was found before, perhaps by another replica. */
    public void add(FindingCategory category, UUID source, Finding.Place place, String item, LocalDate happenedOn) {
        jdbc.sql("""
                        insert into window_finding
                            (category, source_id, window_id, division_id, centre_id, authority_id, item, happened_on,
                             found_at, found_business_at)
                        values (:category, :source, :window, :division, :centre, :authority, :item, :on,
                                :recordedAt, :foundAt)
                        on conflict (category, source_id) do nothing
                        """)
                .param("category", category.name())
                .param("source", source)
                .param("window", place.window().value())
                .param("division", place.division().value())
                .param("centre", place.centre())
                .param("authority", place.authority())
                .param("item", item)
                .param("on", happenedOn)
                .param("recordedAt", OffsetDateTime.ofInstant(systemClock.instant(), ZoneOffset.UTC))
                .param("foundAt", businessClock.now().toOffsetDateTime())
                .update();
    }

    /**
     * Those of a day for a reader, in the order of their ids, from the one after {@code after} on.
     *
     * @param authority whose windows the reader answers for; null for none
     * @param division the code of the division in which and below which the reader answers for the place; null for none
     */
    List<Finding> list(
            LocalDate on, @Nullable String authority, @Nullable String division, @Nullable UUID after, int limit) {
        return jdbc.sql("""
                        with recursive subtree (division_id) as (
                            select entry.division_id
                            from division_entry as entry
                            where entry.code = cast(:division as text)
                                and :on between entry.valid_from and coalesce(entry.valid_until, 'infinity')
                            union all
                            select entry.division_id
                            from subtree
                                join division_entry as entry on entry.parent_id = subtree.division_id
                            where :on between entry.valid_from and coalesce(entry.valid_until, 'infinity')
                        )
                        select id, category, source_id, window_id, division_id, centre_id, authority_id, item, happened_on,
                               found_at, found_business_at
                        from window_finding
                        where happened_on = :on
                            and (cast(:after as uuid) is null or id > :after)
                            and (authority_id = cast(:authority as text)
                                or division_id in (select division_id from subtree))
                        order by id
                        limit :limit
                        """)
                .param("on", on)
                .param("authority", authority)
                .param("division", division)
                .param("after", after)
                .param("limit", limit)
                .query(Findings::finding)
                .list();
    }

    private static Finding finding(ResultSet row, int number) throws SQLException {
        return new Finding(
                row.getObject("id", UUID.class),
                FindingCategory.valueOf(row.getString("category")),
                row.getObject("source_id", UUID.class),
                new Finding.Place(
                        new WindowId(row.getObject("window_id", UUID.class)),
                        new DivisionId(row.getObject("division_id", UUID.class)),
                        row.getObject("centre_id", UUID.class),
                        row.getString("authority_id")),
                row.getString("item"),
                row.getObject("happened_on", LocalDate.class),
                row.getObject("found_business_at", OffsetDateTime.class).atZoneSameInstant(BusinessClock.ZONE),
                row.getObject("found_at", OffsetDateTime.class).toInstant());
    }
}
