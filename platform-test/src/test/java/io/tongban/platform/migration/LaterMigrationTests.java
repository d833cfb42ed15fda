package io.tongban.platform.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tongban.platform.StartRefused;
import io.tongban.platform.test.TestDatabase;
import org.junit.jupiter.api.Test;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.mock.env.MockEnvironment;

/** A migration of the platform that comes after those of a service: its number stands before theirs. */
class LaterMigrationTests {

    private final TestDatabase database = TestDatabase.create();

    @Test
    void isAskedForAndMade() {
        Environment before = settings("classpath:db/migration");
        Environment after = settings("classpath:db/platform,classpath:db/migration");
        new Migration(before).run();
        assertThatCode(() -> check(before)).doesNotThrowAnyException();

        assertThatThrownBy(() -> check(after))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("V0_2__who_holds_a_key.sql");
        assertThat(new Migration(after).run()).singleElement().asString().contains("4 migrations");
        assertThatCode(() -> check(after)).doesNotThrowAnyException();
    }

    private Environment settings(String locations) {
        return database.settingsOfMigrate(new MockEnvironment()
                .withProperty("spring.flyway.locations", locations)
                .withProperty("spring.flyway.placeholders.runtimeRole", database.runtimeRole()));
    }

    private void check(Environment settings) {
        DriverManagerDataSource runtime =
                new DriverManagerDataSource(database.url(), database.runtimeRole(), database.password());
        SchemaSettings.in(settings).forEach(schema -> SchemaCheck.check(schema, runtime));
    }
}
