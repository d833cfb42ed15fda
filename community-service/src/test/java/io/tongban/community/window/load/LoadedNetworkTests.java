package io.tongban.community.window.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.micrometer.core.instrument.MeterRegistry;
import io.tongban.community.Api;
import io.tongban.community.CommunityTest;
import io.tongban.community.division.Division;
import io.tongban.community.division.Divisions;
import io.tongban.community.division.Tier;
import io.tongban.community.window.ServiceWindow;
import io.tongban.community.window.WindowId;
import io.tongban.community.window.Windows;
import io.tongban.community.window.hours.Lunch;
import io.tongban.platform.test.TestDatabase;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The network as the migrations leave it. */
@CommunityTest
class LoadedNetworkTests {

    private static final LocalDate MAY_2017 = LocalDate.of(2017, 5, 8);

    @Autowired
    private TestDatabase database;

    @Autowired
    private MeterRegistry meters;

    @Autowired
    private Divisions divisions;

    @Autowired
    private Windows windows;

    @ParameterizedTest
    @CsvSource({"CITY, 1", "DISTRICT, 13", "STREET, 195", "COMMUNITY, 3165"})
    void holdsTheFourTiersOf2016(Tier tier, int expected) {
        assertThat(count("""
                        select count(*) from division join division_entry on division_id = id
                        where tier = '%s' and date '2016-12-31' >= valid_from and valid_until is null
                        """.formatted(tier))).isEqualTo(expected);
    }

    @Test
    void everyDivisionIsBelowOneOfTheTierAbove() {
        assertThat(count("""
                        select count(*) from division_entry
                            join division on division.id = division_id
                            left join division as parent on parent.id = parent_id
                        where coalesce(parent.tier, '') <> case division.tier
                            when 'CITY' then '' when 'DISTRICT' then 'CITY'
                            when 'STREET' then 'DISTRICT' else 'STREET' end
                        """)).isZero();
    }

    @Test
    void holdsAtLeast200WindowsOverAllTiersAndSchedules() {
        assertThat(count("select count(*) from service_window where id::text like '00000000-0000-7000-%'"))
                .isEqualTo(429);
        assertThat(database.asOwner().sql("""
                                select distinct division.tier || ' ' || lunch || ' ' || exists (
                                    select from window_opening where window_id = service_window.id and day = 'WEEKEND')
                                from service_window
                                    join service_centre on service_centre.id = centre_id
                                    join division on division.id = division_id
                                where service_window.id::text like '00000000-0000-7000-%'
                                """).query(String.class).list())
                .contains(
                        "CITY COVERED false",
                        "DISTRICT COVERED false",
                        "DISTRICT COVERED true",
                        "STREET CLOSED false",
                        "STREET COVERED true",
                        "COMMUNITY CLOSED false",
                        "COMMUNITY COVERED false",
                        "COMMUNITY COVERED true");
    }

    @ParameterizedTest
    @CsvSource({
        Api.QIANJIANGYUAN + ", 330104008008, COMMUNITY, police-330104, CLOSED",
        Api.SIJIQING + ", 330104008000, STREET, police-330104, CLOSED",
        Api.JIANGGAN + ", 330104000000, DISTRICT, police-330104, COVERED",
        Api.CITY + ", 330100000000, CITY, police-330100, COVERED"
    })
    void holdsTheWindowsOfTheStory(UUID id, String division, Tier tier, String authority, Lunch lunch) {
        ServiceWindow window = windows.find(new WindowId(id), MAY_2017).orElseThrow();
        assertThat(window.division().code()).isEqualTo(division);
        assertThat(window.division().tier()).isEqualTo(tier);
        assertThat(window.authority().id()).isEqualTo(authority);
        assertThat(window.takes("residence-permit")).isTrue();
        assertThat(window.hours().lunch()).isEqualTo(lunch);
    }

    @Test
    void measuresHowFarTheHolidaysAreKnown() {
        assertThat(meters.get("tongban.calendar.last.year").gauge().value()).isEqualTo(2026);
    }

    @Test
    void aNewCodeLeavesTheDivisionWhatItIs() {
        JdbcClient owner = database.asOwner();
        LocalDate last = LocalDate.of(2021, 3, 31);
        LocalDate first = LocalDate.of(2021, 4, 1);
        Division before = divisions.find("330104008000", last).orElseThrow();
        Division above = divisions.find("330102000000", last).orElseThrow();
        owner.sql("update division_entry set valid_until = :last where division_id = :id")
                .param("last", last)
                .param("id", before.id().value())
                .update();
        try {
            owner.sql("""
                            insert into division_entry (division_id, code, name, parent_id, valid_from)
                            values (:id, '330102014000', '四季青街道', :parent, :first)
                            """)
                    .param("id", before.id().value())
                    .param("parent", above.id().value())
                    .param("first", first)
                    .update();

            Division after = divisions.find("330102014000", first).orElseThrow();
            assertThat(after.id()).isEqualTo(before.id());
            assertThat(after.parent()).isEqualTo("330102000000");
            assertThat(divisions.find("330104008000", first)).isEmpty();
            assertThat(divisions.find("330102014000", last)).isEmpty();

            ServiceWindow window = windows.find(new WindowId(UUID.fromString(Api.QIANJIANGYUAN)), first)
                    .orElseThrow();
            assertThat(window.division().parent()).isEqualTo("330102014000");
            assertThat(divisions.isWithin(window.division().id(), "330102000000", first))
                    .isTrue();
            assertThat(divisions.isWithin(window.division().id(), "330104000000", first))
                    .isFalse();
            assertThat(divisions.isWithin(window.division().id(), "330104000000", last))
                    .isTrue();
        } finally {
            owner.sql("delete from division_entry where code = '330102014000'").update();
            owner.sql("update division_entry set valid_until = null where division_id = :id")
                    .param("id", before.id().value())
                    .update();
        }
    }

    @Test
    void oneCodeBelongsToOneDivisionAtATime() {
        UUID other = divisions.find("330102000000", MAY_2017).orElseThrow().id().value();
        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(
                        () -> database.asOwner().sql("""
                                update division_entry set code = '330104000000' where division_id = :other
                                """).param("other", other).update())
                .withMessageContaining("division_entry_code_once_at_a_time");
    }

    @Test
    void theServiceCannotRewriteTheNetworksFoundations() {
        JdbcClient runtime = database.asRuntime();
        for (String statement : List.of(
                "update division_entry set name = ''",
                "delete from division",
                "delete from service_window",
                "update service_window set centre_id = centre_id",
                "insert into authority (id, name) values ('police-000000', 'x')",
                "delete from window_change",
                "update window_change set changed_by = ''",
                "drop table window_change")) {
            assertThatExceptionOfType(DataAccessException.class)
                    .as(statement)
                    .isThrownBy(() -> runtime.sql(statement).update())
                    .havingRootCause()
                    .withMessageMatching("(?s).*(permission denied|must be owner).*");
        }
    }

    private int count(String sql) {
        return database.asOwner().sql(sql).query(Integer.class).single();
    }
}
