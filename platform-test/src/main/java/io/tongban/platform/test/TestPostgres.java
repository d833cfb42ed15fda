package io.tongban.platform.test;

import io.tongban.platform.test.plan.SentStatements;
import java.util.Map;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.ImportBeanDefinitionRegistrar;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotationMetadata;

/**
 * Gives a test context a fresh database on a real PostgreSQL: it was migrated as its owner, the service is the runtime role.
 *
 * <p>Imported, it offers the {@link TestDatabase} as a bean. The database session lives in another time zone than any
 * JVM, so that code which mixes the two fails; nobody is given a second connection while they hold one; and the plan of each statement is looked
 * at.
 */
public final class TestPostgres implements ImportBeanDefinitionRegistrar {

    private final Environment environment;

    TestPostgres(Environment environment) {
        this.environment = environment;
    }

    @Override
    public void registerBeanDefinitions(AnnotationMetadata importing, BeanDefinitionRegistry registry) {
        TestDatabase database = TestDatabase.migrated(environment);
        TestProperties.add(
                environment,
                "testDatabase",
                Map.of(
                        "spring.datasource.hikari.maximum-pool-size",
                        15, // eight for one lane beside one for each of the others
                        "spring.datasource.hikari.minimum-idle",
                        1,
                        "spring.datasource.hikari.connection-init-sql",
                        "set time zone 'Pacific/Kiritimati'"));
        registry.registerBeanDefinition("testDatabase", new RootBeanDefinition(TestDatabase.class, () -> database));
        SentStatements statements = SentStatements.of(
                environment.getProperty("spring.flyway.locations", ""), () -> TestDatabase.migrated(environment));
        registry.registerBeanDefinition(
                "sentStatements", new RootBeanDefinition(SentStatements.class, () -> statements));
        registry.registerBeanDefinition(
                "oneConnectionAtATime", new RootBeanDefinition(OneConnectionAtATime.class, OneConnectionAtATime::new));
        registry.registerBeanDefinition(
                "runtimeConnection",
                new RootBeanDefinition(JdbcConnectionDetails.class, () -> new RuntimeConnection(database)));
    }

    private record RuntimeConnection(TestDatabase database) implements JdbcConnectionDetails {

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
    }
}
