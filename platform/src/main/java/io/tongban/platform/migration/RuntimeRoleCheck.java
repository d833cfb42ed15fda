package io.tongban.platform.migration;

import io.tongban.platform.StartRefused;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Refuses a start of the service with a role that may do more than a service needs. */
final class RuntimeRoleCheck {

    private static final String RIGHTS = """
            select current_user::text as name, rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, rolreplication,
                pg_has_role(current_user, (select datdba from pg_database where datname = current_database()), 'member') as owns_database,
                has_database_privilege(current_database(), 'create') as creates_schemas,
                exists (select from pg_namespace
                        where nspname !~ '^pg_' and nspname <> 'information_schema'
                          and (pg_has_role(current_user, nspowner, 'member') or has_schema_privilege(oid, 'create'))) as creates_tables,
                exists (select from pg_class
                        where relnamespace::regnamespace::text !~ '^pg_' and relnamespace <> 'information_schema'::regnamespace
                          and pg_has_role(current_user, relowner, 'member')) as owns_tables
            from pg_roles
            where rolname = current_user
            """;

    private static final Map<String, String> TOO_MUCH = Map.of(
            "rolsuper", "is a superuser",
            "rolbypassrls", "bypasses row security",
            "rolcreaterole", "creates roles",
            "rolcreatedb", "creates databases",
            "rolreplication", "replicates",
            "owns_database", "is, or may become, the owner of the database",
            "creates_schemas", "may create schemas",
            "creates_tables", "may create tables",
            "owns_tables", "is, or may become, the owner of tables");

    private RuntimeRoleCheck() {}

    static void check(DataSource runtime) {
        Map<String, Object> role =
                JdbcClient.create(runtime).sql(RIGHTS).query().singleRow();
        List<String> tooMuch = new ArrayList<>();
        TOO_MUCH.forEach((right, words) -> {
            if (Objects.equals(role.get(right), true)) {
                tooMuch.add(words);
            }
        });
        if (!tooMuch.isEmpty()) {
            throw new StartRefused(
                    "The database role " + role.get("name") + " may do more than a service needs: it "
                            + String.join(", ", tooMuch.stream().sorted().toList()) + ".",
                    "Let spring.datasource.username name a role that owns nothing, is a member of no owner and was granted"
                            + " nothing but to connect; `java -jar SERVICE.jar migrate` grants it the rest.");
        }
    }
}
