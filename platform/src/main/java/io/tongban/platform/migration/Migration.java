package io.tongban.platform.migration;

import io.tongban.platform.cli.Unusable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.output.MigrateResult;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;
import org.springframework.core.io.support.SpringFactoriesLoader;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Brings all schemas of a service's database to what its code needs, each as its owner. */
public final class Migration {

    private final Environment environment;

    public Migration(Environment environment) {
        this.environment = environment;
    }

    /**
     * Migrates, and lets the owner enter what the service begins with.
     *
     * @return what was done, a line each
     * @throws Unusable if a setting is missing
     */
    public List<String> run() {
        List<SchemaSettings> schemas = SchemaSettings.in(environment);
        List<DataSource> owners = schemas.stream().map(this::asOwner).toList();
        List<String> done = new ArrayList<>();
        for (int i = 0; i < schemas.size(); i++) {
            done.add(migrate(schemas.get(i), owners.get(i)));
        }
        for (OwnersWork work :
                SpringFactoriesLoader.forDefaultResourceLocation().load(OwnersWork.class)) {
            done.addAll(work.enter(environment, owners.getFirst()));
        }
        return done;
    }

    private String migrate(SchemaSettings schema, DataSource owner) {
        Flyway flyway = Schemas.flyway(schema, owner);
        MigrateResult result = flyway.migrate();
        JdbcClient asOwner = JdbcClient.create(owner);
        PinnedFunctions.pin(
                asOwner,
                schema.schema() == null
                        ? asOwner.sql("select quote_ident(current_schema())")
                                .query(String.class)
                                .single()
                        : quoted(schema.schema()));
        letTheServiceLook(schema, flyway, owner);
        @Nullable
        String version = result.targetSchemaVersion == null ? result.initialSchemaVersion : result.targetSchemaVersion;
        return result.migrationsExecuted == 0
                ? "%s: nothing to do, it is at %s".formatted(schema.title(), version)
                : "%s: %d migrations, now at %s".formatted(schema.title(), result.migrationsExecuted, version);
    }

    /** The service compares its code with the schema at its start. */
    private void letTheServiceLook(SchemaSettings schema, Flyway flyway, DataSource owner) {
        String history = quoted(flyway.getConfiguration().getTable());
        String table = schema.schema() == null ? history : quoted(schema.schema()) + "." + history;
        String runtimeRole = quoted(required("spring.datasource.username", "the role of the service"));
        JdbcClient.create(owner)
                .sql("grant select on " + table + " to " + runtimeRole)
                .update();
    }

    private DataSource asOwner(SchemaSettings schema) {
        String url = schema.url() == null ? required("spring.datasource.url", "the database") : schema.url();
        return new DriverManagerDataSource(
                url,
                required(schema.prefix() + ".user", "the owner of " + schema.title()),
                required(schema.prefix() + ".password", "the password of the owner of " + schema.title()));
    }

    private String required(String setting, String what) {
        String value = environment.getProperty(setting, "");
        if (value.isEmpty()) {
            throw new Unusable(setting + " is not set", "name " + what + " (" + variable(setting) + ")");
        }
        return value;
    }

    static String variable(String setting) {
        return setting.replace("-", "").replace('.', '_').toUpperCase(Locale.ROOT);
    }

    private static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }
}
