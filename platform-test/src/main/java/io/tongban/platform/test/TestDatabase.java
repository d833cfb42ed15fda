package io.tongban.platform.test;

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
        JdbcClient superuser = client(server.url("postgres"), server.user(), server.password());
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

    /** Shows no password. */
    @Override
    public String toString() {
        return "TestDatabase[" + url + "]";
    }

    private static JdbcClient client(String url, String user, String password) {
        return JdbcClient.create(new DriverManagerDataSource(url, user, password));
    }
}
