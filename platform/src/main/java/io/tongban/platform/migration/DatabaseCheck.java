package io.tongban.platform.migration;

import io.tongban.platform.StartRefused;
import javax.sql.DataSource;
import org.springframework.core.env.Environment;

/** That the service met its database as it should be; there is none where it did not, for the start was refused. */
final class DatabaseCheck {

    private DatabaseCheck() {}

    /** @throws StartRefused if the role may do more than it should, or a schema is older than the code */
    static DatabaseCheck passed(Environment environment, DataSource runtime) {
        RuntimeRoleCheck.check(runtime);
        SchemaSettings.in(environment).forEach(schema -> SchemaCheck.check(schema, runtime));
        return new DatabaseCheck();
    }
}
