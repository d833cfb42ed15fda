package io.tongban.platform.migration;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tongban.platform.StartRefused;
import io.tongban.platform.test.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** With which roles a service does not start. */
class RuntimeRoleTests {

    private final TestDatabase database = TestDatabase.create();

    @Test
    void aRoleThatWasGrantedWhatItNeedsIsTaken() {
        prepare("grant select on thing to RUNTIME");

        assertThatCode(this::check).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({
        "alter role RUNTIME superuser, is a superuser",
        "alter role RUNTIME bypassrls, bypasses row security",
        "alter role RUNTIME createrole, creates roles",
        "alter role RUNTIME createdb, creates databases",
        "alter role RUNTIME replication, replicates",
        "grant OWNER to RUNTIME, 'is, or may become, the owner of tables'",
        "grant OWNER to RUNTIME, 'is, or may become, the owner of the database'",
        "grant OWNER to RUNTIME with inherit false, 'is, or may become, the owner of tables'",
        "grant create on schema public to RUNTIME, may create tables",
        "grant create on database DATABASE to RUNTIME, may create schemas",
        "alter table thing owner to RUNTIME, 'is, or may become, the owner of tables'"
    })
    void aRoleThatMayDoMoreIsRefused(String change, String reason) {
        prepare(change);

        assertThatThrownBy(this::check)
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining(
                        "The database role " + database.runtimeRole() + " may do more than a service needs")
                .hasMessageContaining(reason);
    }

    private void prepare(String change) {
        database.asOwner().sql("create table thing (id uuid)").update();
        database.asSuperuser()
                .sql(change.replace("RUNTIME", database.runtimeRole())
                        .replace("OWNER", database.ownerRole())
                        .replace("DATABASE", database.url().replaceFirst(".*/", "")))
                .update();
    }

    private void check() {
        RuntimeRoleCheck.check(
                new DriverManagerDataSource(database.url(), database.runtimeRole(), database.password()));
    }
}
