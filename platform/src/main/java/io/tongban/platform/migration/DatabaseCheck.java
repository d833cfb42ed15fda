package io.tongban.platform.migration;

import com.zaxxer.hikari.HikariDataSource;
import io.tongban.platform.StartRefused;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.core.env.Environment;

/** That the service met its database as it should be; there is none where it did not, for the start was refused. */
final class DatabaseCheck {

    private DatabaseCheck() {}

    /** @throws StartRefused if the role may do more than it should, or a schema is older than the code */
    static DatabaseCheck passed(Environment environment, DataSource runtime) {
        RuntimeRoleCheck.check(runtime);
        DataSource unshared = unshared(runtime);
        SchemaSettings.in(environment).forEach(schema -> SchemaCheck.check(schema, unshared));
        return new DatabaseCheck();
    }

    /** Flyway takes several connections at a time, more than the share of what a service does by itself; nobody else calls yet. */
    private static DataSource unshared(DataSource pool) {
        try {
            return pool.isWrapperFor(HikariDataSource.class) ? pool.unwrap(HikariDataSource.class) : pool;
        } catch (SQLException impossible) {
            throw new IllegalStateException(impossible); // as isWrapperFor has just said
        }
    }
}
