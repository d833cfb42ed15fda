package io.tongban.platform.migration;

import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.core.api.migration.JavaMigration;
import org.springframework.core.io.support.SpringFactoriesLoader;

/** The migrations of a schema as the class path has them. */
final class Schemas {

    private Schemas() {}

    /** Over one data source: the owner's, or the service's, which may look and no more. */
    static Flyway flyway(SchemaSettings settings, DataSource dataSource) {
        FluentConfiguration configuration = Flyway.configure()
                .dataSource(dataSource)
                .locations(settings.locations().toArray(String[]::new))
                .placeholders(settings.placeholders())
                .outOfOrder(true); // the platform's numbers stand before the service's, and new ones come later
        if (settings.schema() == null) {
            List<JavaMigration> written =
                    SpringFactoriesLoader.forDefaultResourceLocation().load(JavaMigration.class);
            configuration.javaMigrations(written.toArray(JavaMigration[]::new));
        } else {
            configuration.schemas(settings.schema());
        }
        return configuration.load();
    }
}
