package io.tongban.community.window.load;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;

/** Loads the authorities, centres and windows that the network begins with. */
class V4__LoadWindows extends BaseJavaMigration {

    private static final CsvResource AUTHORITIES = new CsvResource("/network/authorities.csv", List.of("id", "name"));

    private static final CsvResource SCHEDULES =
            new CsvResource("/network/schedules.csv", List.of("schedule", "day", "opens", "closes"));

    private static final CsvResource WINDOWS = new CsvResource(
            "/network/windows.csv", List.of("window", "division", "centre", "name", "authority", "items", "schedule"));

    private static final String LOAD_AUTHORITIES = """
            insert into authority (id, name)
            select id, name from unnest(?::text[], ?::text[]) as list (id, name)
            """;

    private static final String HOLD_SCHEDULES = """
            create temporary table schedule on commit drop as
            select schedule, day, opens::time as opens, closes::time as closes
            from unnest(?::text[], ?::text[], ?::text[], ?::text[]) as list (schedule, day, opens, closes)
            """;

    private static final String HOLD_WINDOWS = """
            create temporary table listed on commit drop as
            select window_id::uuid as window_id, division, centre, name, authority, items, schedule
            from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[])
                as list (window_id, division, centre, name, authority, items, schedule)
            """;

    private static final String LOAD_CENTRES = """
            insert into service_centre (division_id, name)
            select distinct division_entry.division_id, listed.centre
            from listed join division_entry on division_entry.code = listed.division
            order by 1, 2
            """;

    private static final String LOAD_WINDOWS = """
            insert into service_window (id, centre_id, name, authority_id, lunch)
            select listed.window_id, service_centre.id, listed.name, listed.authority,
                   case when exists (select from schedule
                                     where schedule.schedule = listed.schedule and day = 'WORKING_DAY'
                                       and opens <= '11:30' and closes >= '13:30')
                        then 'COVERED' else 'CLOSED' end
            from listed
                join division_entry on division_entry.code = listed.division
                join service_centre on service_centre.division_id = division_entry.division_id
                    and service_centre.name = listed.centre
            """;

    private static final String LOAD_ITEMS = """
            insert into window_item (item, window_id)
            select item, window_id from listed cross join lateral string_to_table(items, ' ') as item
            """;

    private static final String LOAD_OPENINGS = """
            insert into window_opening (window_id, day, opens, closes)
            select listed.window_id, schedule.day, schedule.opens, schedule.closes
            from listed join schedule on schedule.schedule = listed.schedule
            """;

    @Override
    public Integer getChecksum() {
        return CsvResource.checksum(AUTHORITIES, SCHEDULES, WINDOWS);
    }

    @Override
    public void migrate(Context context) throws SQLException {
        Connection connection = context.getConnection();
        String[][] windows = WINDOWS.read();
        run(connection, LOAD_AUTHORITIES, AUTHORITIES.read());
        run(connection, HOLD_SCHEDULES, SCHEDULES.read());
        run(connection, HOLD_WINDOWS, windows);
        run(connection, LOAD_CENTRES);
        int loaded = run(connection, LOAD_WINDOWS);
        if (loaded != windows[0].length) {
            throw new IllegalStateException(
                    "%d of %d windows are in a known division".formatted(loaded, windows[0].length));
        }
        run(connection, LOAD_ITEMS);
        run(connection, LOAD_OPENINGS);
    }

    private static int run(Connection connection, String sql, String[]... columns) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int column = 0; column < columns.length; column++) {
                Array values = connection.createArrayOf("text", columns[column]);
                statement.setArray(column + 1, values);
            }
            return statement.executeUpdate();
        }
    }
}
