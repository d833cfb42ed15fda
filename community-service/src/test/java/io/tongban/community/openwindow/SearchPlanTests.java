package io.tongban.community.openwindow;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.community.CommunityTest;
import io.tongban.platform.test.TestDatabase;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** The search for open windows stays a walk along indexes when the network is that of a country. */
@CommunityTest
class SearchPlanTests {

    @Autowired
    private TestDatabase database;

    @Test
    void walksIndexesAmong30000Windows() {
        SingleConnectionDataSource connection =
                new SingleConnectionDataSource(database.url(), database.ownerRole(), database.password(), true);
        connection.setAutoCommit(false); // nothing of this stays
        try {
            JdbcClient owner = JdbcClient.create(connection);
            addWindows(owner);
            for (@Nullable UUID within : new @Nullable UUID[] {null, district(owner)}) {
                String plan = plan(owner, within);
                assertThat(plan)
                        .contains("Index")
                        .doesNotContain(
                                "Seq Scan on window_item", "Seq Scan on window_opening", "Seq Scan on service_window");
            }
        } finally {
            connection.destroy();
        }
    }

    private static void addWindows(JdbcClient owner) {
        owner.sql("""
                        insert into service_window (centre_id, name, authority_id, lunch)
                        select service_centre.id, 'window ' || number, 'police-330100', 'CLOSED'
                        from service_centre cross join generate_series(1, 75) as number
                        """).update();
        owner.sql("""
                        insert into window_item (item, window_id)
                        select 'residence-permit', id from service_window where name like 'window %'
                        """).update();
        owner.sql("""
                        insert into window_opening (window_id, day, opens, closes)
                        select id, 'WORKING_DAY', time '08:30', time '11:30' from service_window
                        where name like 'window %'
                        """).update();
        owner.sql("analyze").update();
    }

    private static UUID district(JdbcClient owner) {
        return owner.sql("select division_id from division_entry where code = '330104000000'")
                .query(UUID.class)
                .single();
    }

    private static String plan(JdbcClient owner, @Nullable UUID within) {
        return String.join(
                "\n",
                owner.sql("explain " + OpenWindows.LIST)
                        .param("day", "WORKING_DAY")
                        .param("time", LocalTime.of(10, 0))
                        .param("on", LocalDate.of(2017, 5, 8))
                        .param("item", "residence-permit")
                        .param("within", within)
                        .param("after", null)
                        .param("limit", 51)
                        .query(String.class)
                        .list());
    }
}
