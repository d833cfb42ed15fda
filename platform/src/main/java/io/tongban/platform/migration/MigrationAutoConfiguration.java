package io.tongban.platform.migration;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;

/** Before anything of a service that has a database works: what it may do there, and whether the schemas are there. */
@AutoConfiguration(after = DataSourceAutoConfiguration.class)
@ConditionalOnClass({Flyway.class, DataSource.class})
@ConditionalOnBean(DataSource.class)
public class MigrationAutoConfiguration {

    @Bean
    DatabaseCheck databaseCheck(Environment environment, DataSource dataSource) {
        return DatabaseCheck.passed(environment, dataSource);
    }
}
