package io.tongban.platform.test;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.springframework.util.FileSystemUtils;

/** A PostgreSQL server of one test, which freezes it, kills it and starts it again. */
final class MortalServer implements AutoCloseable {

    private final Path data;
    private EmbeddedPostgres server;

    private MortalServer(Path data) throws IOException {
        this.data = data;
        this.server = started(0);
    }

    static MortalServer start() throws IOException {
        return new MortalServer(Files.createTempDirectory("mortal-server"));
    }

    /** Makes an empty database. */
    TestDatabase database() throws SQLException {
        try (Connection superuser = server.getPostgresDatabase().getConnection();
                Statement statement = superuser.createStatement()) {
            statement.execute("create role owner login password 'of-a-test'");
            statement.execute("create role runtime login password 'of-a-test'");
            statement.execute("create database service owner owner");
        }
        return new TestDatabase(
                "jdbc:postgresql://localhost:" + server.getPort() + "/service",
                "owner",
                "runtime",
                Map.of(),
                "of-a-test");
    }

    /** Stops all its processes where they are, as a machine does whose disk hangs: connections stay, nothing answers. */
    void freeze() {
        signal("STOP", processes().getFirst()); // begins no other process from now on
        processes().forEach(process -> signal("STOP", process));
    }

    void thaw() {
        processes().forEach(process -> signal("CONT", process));
    }

    /** Kills the postmaster; its children end when they notice. */
    void kill() {
        List<ProcessHandle> all = processes();
        signal("KILL", all.getFirst());
        all.forEach(process -> process.onExit().orTimeout(10, TimeUnit.SECONDS).join());
    }

    /** On the same port with the same data. */
    void startAgain() throws IOException {
        int port = server.getPort();
        server.close(); // gives its lock on the folder back
        server = started(port);
    }

    @Override
    public void close() throws IOException {
        server.close();
        FileSystemUtils.deleteRecursively(data);
    }

    private EmbeddedPostgres started(int port) throws IOException {
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setServerConfig("fsync", "off");
        return (port == 0 ? builder : builder.setPort(port)).start();
    }

    /** The postmaster, then its children: each of them has a process group of its own. */
    private List<ProcessHandle> processes() {
        ProcessHandle postmaster = ProcessHandle.of(postmaster()).orElseThrow();
        List<ProcessHandle> all = new ArrayList<>(List.of(postmaster));
        postmaster.descendants().forEach(all::add);
        return all;
    }

    private long postmaster() {
        try {
            return Long.parseLong(Files.readAllLines(data.resolve("postmaster.pid"))
                    .getFirst()
                    .strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One that has ended meanwhile needs no signal. */
    private static void signal(String signal, ProcessHandle process) {
        try {
            int exit = new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid()))
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
            if (exit != 0 && process.isAlive()) {
                throw new IllegalStateException("kill -" + signal + " ended with " + exit);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
