package io.tongban.community.division;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The divisions of the four tiers, as they are in force on a day. */
@Repository
public class Divisions {

    private static final String SELECT = """
            select division.id, division.tier, entry.code, entry.name, parent.code as parent,
                   entry.valid_from, entry.valid_until
            from division_entry as entry
                join division on division.id = entry.division_id
                left join division_entry as parent on parent.division_id = entry.parent_id
                    and :on between parent.valid_from and coalesce(parent.valid_until, 'infinity')
            where :on between entry.valid_from and coalesce(entry.valid_until, 'infinity')
            """;

    private final JdbcClient jdbc;

    Divisions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<Division> find(String code, LocalDate on) {
        return jdbc.sql(SELECT + "and entry.code = :code")
                .param("on", on)
                .param("code", code)
                .query(Divisions::division)
                .optional();
    }

    /** In the order of their codes, from the code after {@code after} on. */
    List<Division> list(@Nullable Tier tier, @Nullable DivisionId parent, LocalDate on, String after, int limit) {
        return jdbc.sql(SELECT + """
                        and entry.code > :after
                        and (cast(:tier as text) is null or division.tier = :tier)
                        and (cast(:parent as uuid) is null or entry.parent_id = :parent)
                        order by entry.code
                        limit :limit
                        """)
                .param("on", on)
                .param("after", after)
                .param("tier", tier == null ? null : tier.name())
                .param("parent", parent == null ? null : parent.value())
                .param("limit", limit)
                .query(Divisions::division)
                .list();
    }

    /** Whether the division is the one with the code {@code root} on that day, or below it. */
    public boolean isWithin(DivisionId division, String root, LocalDate on) {
        return jdbc.sql("""
                        with recursive line (division_id, code, parent_id) as (
                            select division_id, code, parent_id
                            from division_entry
                            where division_id = :division
                                and :on between valid_from and coalesce(valid_until, 'infinity')
                            union all
                            select above.division_id, above.code, above.parent_id
                            from line
                                join division_entry as above on above.division_id = line.parent_id
                            where :on between above.valid_from and coalesce(above.valid_until, 'infinity')
                        )
                        select exists (select from line where code = :root)
                        """)
                .param("division", division.value())
                .param("root", root)
                .param("on", on)
                .query(Boolean.class)
                .single();
    }

    /** The division of a row with its id and tier, its entry of a day, and the code of its parent on that day. */
    public static Division division(ResultSet row, int number) throws SQLException {
        return new Division(
                new DivisionId(row.getObject("id", UUID.class)),
                Tier.valueOf(row.getString("tier")),
                row.getString("code"),
                row.getString("name"),
                row.getString("parent"),
                row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_until", LocalDate.class));
    }
}
