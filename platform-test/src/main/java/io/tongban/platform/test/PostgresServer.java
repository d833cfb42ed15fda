package io.tongban.platform.test;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.postgresql.PostgreSQLContainer;

/**
 * The one PostgreSQL server of a test JVM: a container where Docker is, an embedded one elsewhere.
 *
 * <p>{@code -Dtongban.test.postgres=docker|embedded} decides in place of that.
 */
record PostgresServer(String host, int port, String user, String password) {

    private static final String IMAGE = "postgres:18.6";
    private static final String MAX_CONNECTIONS = "300";

    private static @Nullable PostgresServer running;

    static synchronized PostgresServer shared() {
        PostgresServer server = running;
        if (server == null) {
            server = start();
            running = server;
        }
        return server;
    }

    String url(String database) {
        return "jdbc:postgresql://" + host + ":" + port + "/" + database;
    }

    private static PostgresServer start() {
        String choice = System.getProperty("tongban.test.postgres", "");
        boolean docker = switch (choice) {
            case "docker" -> true;
            case "embedded" -> false;
            case "" -> DockerClientFactory.instance().isDockerAvailable();
            default -> throw new IllegalArgumentException("tongban.test.postgres is docker or embedded, not " + choice);
        };
        PostgresServer server = docker ? container() : embedded();
        System.out.println("PostgreSQL for tests: " + (docker ? "container " + IMAGE : "embedded") + " on "
                + server.host + ":" + server.port
                + (choice.isEmpty() ? " (chosen by whether Docker answers)" : " (tongban.test.postgres)"));
        return server;
    }

    @SuppressWarnings("resource") // ends with the JVM: Testcontainers removes it
    private static PostgresServer container() {
        PostgreSQLContainer container = new PostgreSQLContainer(IMAGE)
                .withCommand("postgres", "-c", "fsync=off", "-c", "max_connections=" + MAX_CONNECTIONS);
        container.start();
        return new PostgresServer(
                container.getHost(),
                container.getMappedPort(PostgreSQLContainer.POSTGRESQL_PORT),
                container.getUsername(),
                container.getPassword());
    }

    @SuppressWarnings("resource") // ends with the JVM by its shutdown hook
    private static PostgresServer embedded() {
        LoggingSystem.get(PostgresServer.class.getClassLoader()).setLogLevel("io.zonky", LogLevel.WARN);
        try {
            EmbeddedPostgres server = EmbeddedPostgres.builder()
                    .setServerConfig("fsync", "off")
                    .setServerConfig("max_connections", MAX_CONNECTIONS)
                    .start();
            return new PostgresServer("localhost", server.getPort(), "postgres", "postgres");
        } catch (IOException e) {
            throw new UncheckedIOException("embedded PostgreSQL does not start", e);
        }
    }
}
