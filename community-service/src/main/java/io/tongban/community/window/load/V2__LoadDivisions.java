package io.tongban.community.window.load;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;

/** Loads the divisions of Hangzhou as the official list of 2016 has them. */
class V2__LoadDivisions extends BaseJavaMigration {

    private static final CsvResource DIVISIONS =
            new CsvResource("/network/divisions-2016.csv", List.of("code", "name", "tier", "parent_code"));

    private static final String LOAD = """
            with listed as materialized (
                select uuidv7() as id, code, name, upper(tier) as tier, parent_code
                from unnest(?::text[], ?::text[], ?::text[], ?::text[]) as list (code, name, tier, parent_code)
            ), identities as (
                insert into division (id, tier) select id, tier from listed
            )
            insert into division_entry (division_id, code, name, parent_id, valid_from)
            select listed.id, listed.code, listed.name, parent.id, date '2016-01-01'
            from listed left join listed as parent on parent.code = listed.parent_code
            where parent.id is not null or listed.tier = 'CITY'
            """;

    @Override
    public Integer getChecksum() {
        return CsvResource.checksum(DIVISIONS);
    }

    @Override
    public void migrate(Context context) throws SQLException {
        String[][] columns = DIVISIONS.read();
        try (PreparedStatement load = context.getConnection().prepareStatement(LOAD)) {
            for (int column = 0; column < columns.length; column++) {
                load.setArray(column + 1, context.getConnection().createArrayOf("text", columns[column]));
            }
            int loaded = load.executeUpdate();
            if (loaded != columns[0].length) {
                throw new IllegalStateException(
                        "%d of %d divisions have a parent in the list".formatted(loaded, columns[0].length));
            }
        }
    }
}
