package io.tongban.platform.test;

import static org.awaitility.Awaitility.await;

import io.tongban.platform.migration.Migration;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Environment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * One database with an owner role and a runtime role, as a service has it in production.
 *
 * @param url without user and password
 * @param owners the owner of each schema that has one of its own
 * @param password of all roles
 */
public record TestDatabase(
        String url, String ownerRole, String runtimeRole, Map<String, String> owners, String password) {

    /** The lock of a replica: nothing else holds an advisory lock while no migration runs. */
    private static final String PRESENCE = """
            locktype = 'advisory' and granted
                and database = (select oid from pg_database where datname = current_database())
            """;

    private static final AtomicInteger CREATED = new AtomicInteger();

    /** Databases that were migrated once in this JVM, by the settings of the test; the others are copies. */
    private static final Map<Object, TestDatabase> MIGRATED = new HashMap<>();

    /** Makes an empty database that nothing else uses. */
    public static TestDatabase create() {
        return create(List.of());
    }

    private static TestDatabase create(List<String> schemas) {
        PostgresServer server = PostgresServer.shared();
        String name = "test" + CREATED.incrementAndGet();
        String password = UUID.randomUUID().toString();
        Map<String, String> owners = new LinkedHashMap<>();
        schemas.forEach(schema -> owners.put(schema, name + "_" + schema));
        TestDatabase database =
                new TestDatabase(server.url(name), name + "_owner", name + "_runtime", owners, password);
        JdbcClient superuser = superuser();
        List<String> roles = new ArrayList<>(List.of(database.ownerRole, database.runtimeRole));
        roles.addAll(owners.values());
        for (String role : roles) {
            superuser
                    .sql("create role %s login password '%s'".formatted(role, password))
                    .update();
        }
        superuser
                .sql("create database %s owner %s".formatted(name, database.ownerRole))
                .update();
        owners.values()
                .forEach(owner -> superuser
                        .sql("grant create on database %s to %s".formatted(name, owner))
                        .update());
        return database;
    }

    /** Makes a database that nothing else uses, with the schemas that the service of these settings needs. */
    static synchronized TestDatabase migrated(Environment settings) {
        TestDatabase template = MIGRATED.computeIfAbsent(
                TestProperties.ofTheTest(settings), unknown -> migrated(settings, create(schemas(settings))));
        String name = "test" + CREATED.incrementAndGet();
        superuser()
                .sql("create database %s owner %s template %s".formatted(name, template.ownerRole, template.name()))
                .update();
        return new TestDatabase(
                PostgresServer.shared().url(name),
                template.ownerRole,
                template.runtimeRole,
                template.owners,
                template.password);
    }

    private static List<String> schemas(Environment settings) {
        return Binder.get(settings)
                .bind("tongban.migration.schemas", Bindable.mapOf(String.class, Object.class))
                .map(schemas -> List.copyOf(schemas.keySet()))
                .orElse(List.of());
    }

    /** As {@code migrate} would be started for the database. */
    private static TestDatabase migrated(Environment settings, TestDatabase database) {
        new Migration(database.settingsOfMigrate(settings)).run();
        return database;
    }

    /** The settings of the service, with those that {@code migrate} is told besides. */
    public Environment settingsOfMigrate(Environment settings) {
        Map<String, Object> owners = new HashMap<>(Map.of(
                "spring.datasource.url", url,
                "spring.datasource.username", runtimeRole,
                "spring.flyway.user", ownerRole,
                "spring.flyway.password", password));
        this.owners.forEach((schema, owner) -> {
            owners.put("tongban.migration.schemas." + schema + ".user", owner);
            owners.put("tongban.migration.schemas." + schema + ".password", password);
        });
        StandardEnvironment environment = new StandardEnvironment();
        MutablePropertySources sources = environment.getPropertySources();
        sources.stream().map(PropertySource::getName).toList().forEach(sources::remove);
        sources.addFirst(new MapPropertySource("owners", owners));
        ((ConfigurableEnvironment) settings)
                .getPropertySources().stream()
                        .filter(source -> !ConfigurationPropertySources.isAttachedConfigurationPropertySource(source))
                        .forEach(sources::addLast);
        ConfigurationPropertySources.attach(environment);
        return environment;
    }

    /** A client with the rights of migrations. */
    public JdbcClient asOwner() {
        return client(url, ownerRole, password);
    }

    /** A client with the rights of the owner of one schema. */
    public JdbcClient asOwnerOf(String schema) {
        return client(url, Objects.requireNonNull(owners.get(schema), schema), password);
    }

    /** A client with the rights of the service. */
    public JdbcClient asRuntime() {
        return client(url, runtimeRole, password);
    }

    /** A session that every right is given to, which the caller destroys. */
    public SingleConnectionDataSource superuserSession() {
        PostgresServer server = PostgresServer.shared();
        return new SingleConnectionDataSource(url, server.user(), server.password(), true);
    }

    /**
     * A session with the rights of the service, which the caller closes.
     *
     * @param settings of the driver, as in a URL
     */
    public Connection runtimeSession(String settings) throws SQLException {
        return DriverManager.getConnection(url + "?" + settings, runtimeRole, password);
    }

    /** A session with the rights of migrations, which the caller closes. */
    Connection connectionOfOwner() throws SQLException {
        return DriverManager.getConnection(url, ownerRole, password);
    }

    /** A client that every right is given to. */
    public JdbcClient asSuperuser() {
        PostgresServer server = PostgresServer.shared();
        return client(url, server.user(), server.password());
    }

    /** Ends all sessions and lets nobody in, as if the server were away, until {@link #allowConnections()}. */
    public void refuseConnections() {
        superuser()
                .sql("alter database %s allow_connections false".formatted(name()))
                .update();
        superuser()
                .sql("select count(pg_terminate_backend(pid)) from pg_stat_activity where datname = :name")
                .param("name", name())
                .query(Long.class)
                .single();
    }

    public void allowConnections() {
        superuser()
                .sql("alter database %s allow_connections true".formatted(name()))
                .update();
    }

    /** Waits until a replica shows that it lives; a test before may just have ended its session. */
    public void awaitPresence() {
        await().until(() -> asOwner()
                .sql("select exists (select from pg_locks where %s)".formatted(PRESENCE))
                .query(Boolean.class)
                .single());
    }

    /** Ends the session that shows that a replica lives, as the server does when the process, its machine or its network is gone. */
    public void endPresence() {
        int ended = asSuperuser()
                .sql("select count(*) filter (where pg_terminate_backend(pid, 5000)) from pg_locks where %s"
                        .formatted(PRESENCE))
                .query(Integer.class)
                .single();
        if (ended != 1) {
            throw new AssertionError("sessions of one replica ended: " + ended);
        }
    }

    /** Shows no password. */
    @Override
    public String toString() {
        return "TestDatabase[" + url + "]";
    }

    private String name() {
        return url.substring(url.lastIndexOf('/') + 1);
    }

    private static JdbcClient superuser() {
        PostgresServer server = PostgresServer.shared();
        return client(server.url("postgres"), server.user(), server.password());
    }

    private static JdbcClient client(String url, String user, String password) {
        return JdbcClient.create(new DriverManagerDataSource(url, user, password));
    }
}
