package io.tongban.platform.migration;

import io.tongban.platform.StartRefused;
import java.util.Arrays;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;

/**
 * Refuses a start of the service over a schema that lacks a migration of its code. A newer schema is no obstacle: migrations
 * leave the release before them able to run.
 */
final class SchemaCheck {

    private static final String REMEDY =
            "Run `java -jar SERVICE.jar migrate` with the jar of this release and the settings of the owner, then start again.";

    private SchemaCheck() {}

    static void check(SchemaSettings schema, DataSource runtime) {
        MigrationInfo[] pending;
        try {
            pending = Schemas.flyway(schema, runtime).info().pending();
        } catch (FlywayException unreadable) {
            throw new StartRefused(
                    "The migrations of " + schema.title() + " cannot be read by the service's role.",
                    REMEDY,
                    unreadable);
        }
        if (pending.length > 0) {
            throw new StartRefused(
                    "The database is older than this jar: " + schema.title() + " lacks "
                            + Arrays.stream(pending)
                                    .map(MigrationInfo::getScript)
                                    .collect(Collectors.joining(", "))
                            + ".",
                    REMEDY);
        }
    }
}
