package io.tongban.platform.test.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.platform.test.TestDatabase;
import java.lang.reflect.Method;
import java.sql.PreparedStatement;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import net.ttddyy.dsproxy.proxy.ParameterSetOperation;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Statements that read more the longer a service is in use are found; those that follow an index are not. */
class StatementPlansTests {

    private static final TestDatabase DATABASE = TestDatabase.create();

    private static StatementPlans plans;

    @BeforeAll
    static void makeAPlace() {
        JdbcClient owner = DATABASE.asOwner();
        owner.sql("""
                        create table visitor (
                            id uuid not null default uuidv7() primary key, name text not null, town text not null,
                            gone_at timestamptz not null, note text, call_on date)
                        """).update();
        owner.sql("create index visitor_name_idx on visitor (name)").update();
        owner.sql("create index visitor_gone_at_idx on visitor (gone_at)").update();
        owner.sql("create index visitor_note_idx on visitor (id) where note is not null")
                .update();
        owner.sql("create index visitor_call_idx on visitor (call_on, id) where call_on is not null")
                .update();
        owner.sql("create table thing (id uuid not null primary key, name text not null)")
                .update();
        owner.sql("grant select, insert, update, delete on all tables in schema public to " + DATABASE.runtimeRole())
                .update();
        plans = StatementPlans.in(DATABASE);
    }

    @Test
    void whatFollowsAnIndexIsNotFound() {
        assertThat(found("select name from visitor where id = '00000000-0000-7000-8000-000000000001'"))
                .isEmpty();
        assertThat(found("select id from visitor where name = 'A' and town = 'B'"))
                .isEmpty();
        assertThat(found("insert into visitor (name, town, gone_at) values ('A', 'B', now())"))
                .isEmpty();
        assertThat(found("select id from visitor order by gone_at limit 10")).isEmpty();
        assertThat(found(sweepOlderThan("statement_timestamp()"))).isEmpty();
    }

    @Test
    void whatFewRowsHaveIsFoundByItsIndex() {
        assertThat(found("select id, note from visitor where note is not null limit ?"))
                .isEmpty();
        assertThat(
                        found(
                                "select id from visitor where town in ('A', 'B') and call_on <= ? order by call_on, id limit ?"))
                .isEmpty();
    }

    @Test
    void aVolatileFunctionWalksTheWholeIndexAndIsFound() {
        assertThat(found(sweepOlderThan("clock_timestamp()")))
                .hasValueSatisfying(found -> assertThat(found).startsWith("walks all of visitor_gone_at_idx"));
    }

    @Test
    void aMissingIndexIsFound() {
        assertThat(found("select id from visitor where town = 'B'")).contains("reads all of visitor");
        assertThat(found("select id from visitor where town = ?")).contains("reads all of visitor");
    }

    @Test
    void aFunctionAroundAnIndexedColumnIsFound() {
        assertThat(found("select id from visitor where lower(name) = ?")).contains("reads all of visitor");
    }

    @Test
    void aFilterBehindALongWalkIsFoundByItsPages() throws NoSuchMethodException {
        Method set = PreparedStatement.class.getMethod("setObject", int.class, Object.class);
        assertThat(plans.finding(
                        "select id from visitor where gone_at > ? and length(town) = ? order by gone_at limit 1",
                        List.of(value(set, 1, OffsetDateTime.parse("2020-01-01T00:00:00Z")), value(set, 2, 99))))
                .hasValueSatisfying(found -> assertThat(found).startsWith("touches "));
    }

    @Test
    void whatIsReadOfASmallTableIsNotFound() {
        assertThat(found("select id from thing where name = 'A'")).isEmpty();
    }

    @Test
    void whatWasLookedAtIsNotLookedAtAgain() {
        plans.look("select count(*) from visitor where town = 'C'", List.of());
        assertThat(plans.takeFindings()).hasSize(1);

        plans.look("select count(*) from visitor where town = 'C'", List.of());
        assertThat(plans.takeFindings()).isEmpty();
    }

    private static String sweepOlderThan(String moment) {
        return """
                delete from visitor
                where id in (
                    select id from visitor where gone_at <= %s order by gone_at limit 50 for update skip locked)
                """.formatted(moment);
    }

    private static Optional<String> found(String sql) {
        return plans.finding(sql, List.of());
    }

    private static ParameterSetOperation value(Method set, int place, Object value) {
        return new ParameterSetOperation(set, new Object[] {place, value});
    }
}
