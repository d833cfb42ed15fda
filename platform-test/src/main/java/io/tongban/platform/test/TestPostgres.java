package io.tongban.platform.test;

import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.test.context.DynamicPropertyRegistrar;

/**
 * Gives a test context a fresh database on a real PostgreSQL: Flyway works as its owner, the service as the runtime role.
 *
 * <p>The database session lives in another time zone than any JVM, so that code which mixes the two fails.
 */
@TestConfiguration(proxyBeanMethods = false)
public class TestPostgres {

    @Bean
    TestDatabase testDatabase() {
        return TestDatabase.create();
    }

    @Bean
    JdbcConnectionDetails runtimeConnection(TestDatabase database) {
        return new JdbcConnectionDetails() {
            @Override
            public String getUsername() {
                return database.runtimeRole();
            }

            @Override
            public String getPassword() {
                return database.password();
            }

            @Override
            public String getJdbcUrl() {
                return database.url();
            }
        };
    }

    @Bean
    FlywayConnectionDetails ownerConnection(TestDatabase database) {
        return new FlywayConnectionDetails() {
            @Override
            public String getUsername() {
                return database.ownerRole();
            }

            @Override
            public String getPassword() {
                return database.password();
            }

            @Override
            public String getJdbcUrl() {
                return database.url();
            }
        };
    }

    @Bean
    DynamicPropertyRegistrar databaseProperties(TestDatabase database) {
        return registry -> {
            registry.add("spring.flyway.placeholders.runtimeRole", database::runtimeRole);
            registry.add("spring.datasource.hikari.maximum-pool-size", () -> 8);
            registry.add("spring.datasource.hikari.minimum-idle", () -> 1);
            registry.add("spring.datasource.hikari.connection-init-sql", () -> "set time zone 'Pacific/Kiritimati'");
        };
    }
}
