package io.tongban.insurance.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.platform.test.TestDatabase;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

class MigrationTests {

    private final TestDatabase database = TestDatabase.create();

    @Test
    void migratesAnEmptyDatabase() {
        assertThat(migrate("latest")).isPositive();
        assertThat(migrate("latest")).as("once").isZero();
    }

    @Test
    void keepsEvidenceOfThePreviousVersion() {
        migrate("1");
        database.asRuntime().sql("""
                insert into contribution_query (
                    id, asked_at, caller, actor, purpose, person_index, id_number, name, areas, kinds, from_month)
                values (uuidv7(), now(), 'service', 'clerk', 'residence-permit/R1', 'index', 'a', 'b',
                    '{330104}', '{11}', '2016-04-01')
                """).update();
        database.asRuntime().sql("""
                insert into evidence (id, query_id, as_of, recorded_at, jws, raw_rows, duplicate_rows)
                select uuidv7(), id, '2017-04-06', now(), 'c', 'd', 0 from contribution_query
                """).update();

        migrate("latest");

        assertThat(database.asRuntime()
                        .sql("select duplicate_rows, silences::text as silences from evidence")
                        .query()
                        .singleRow())
                .isEqualTo(Map.of("duplicate_rows", 0, "silences", "{}"));
    }

    private int migrate(String target) {
        return Flyway.configure()
                .dataSource(database.url(), database.ownerRole(), database.password())
                .locations("classpath:db/migration")
                .placeholders(Map.of("runtimeRole", database.runtimeRole()))
                .target(target)
                .load()
                .migrate()
                .migrationsExecuted;
    }
}
