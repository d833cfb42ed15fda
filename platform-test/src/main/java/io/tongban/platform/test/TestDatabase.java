package io.tongban.platform.test;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * One database with an owner role and a runtime role, as a service has it in production.
 *
 * @param url without user and password
 * @param password of both roles
 */
public record TestDatabase(String url, String ownerRole, String runtimeRole, String password) {

    private static final AtomicInteger CREATED = new AtomicInteger();

    /** Makes a database that nothing else uses. */
    public static TestDatabase create() {
        PostgresServer server = PostgresServer.shared();
        String name = "test" + CREATED.incrementAndGet();
        String password = UUID.randomUUID().toString();
        TestDatabase database = new TestDatabase(server.url(name), name + "_owner", name + "_runtime", password);
        JdbcClient superuser = superuser();
        for (String role : new String[] {database.ownerRole, database.runtimeRole}) {
            superuser
                    .sql("create role %s login password '%s'".formatted(role, password))
                    .update();
        }
        superuser
                .sql("create database %s owner %s".formatted(name, database.ownerRole))
                .update();
        return database;
    }

    /** A client with the rights of migrations. */
    public JdbcClient asOwner() {
        return client(url, ownerRole, password);
    }

    /** A client with the rights of the service. */
    public JdbcClient asRuntime() {
        return client(url, runtimeRole, password);
    }

    /** A session with the rights of migrations, which the caller closes. */
    Connection connectionOfOwner() throws SQLException {
        return DriverManager.getConnection(url, ownerRole, password);
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
