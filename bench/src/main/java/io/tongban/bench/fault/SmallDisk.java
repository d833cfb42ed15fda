package io.tongban.bench.fault;

import io.tongban.sandbox.network.DatabaseAdministrator;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * A disk of a few megabytes in memory, on which the tables lie that every act on a case writes, and which can be filled: a disk that is
 * really full would be everybody's.
 */
final class SmallDisk implements AutoCloseable {

    private static final String SIZE = "64m";
    private static final List<String> TABLES = List.of("case_file", "ledger_event");

    private final Path folder;
    private final DatabaseAdministrator databases;

    private SmallDisk(Path folder, DatabaseAdministrator databases) {
        this.folder = folder;
        this.databases = databases;
    }

    /**
     * Makes it, and moves the tables there.
     *
     * @throws NotHere if this machine does not let us
     */
    static SmallDisk under(DatabaseAdministrator databases) throws IOException, SQLException {
        Path folder = Files.createTempDirectory("tongban-small-disk");
        run("mount", "-t", "tmpfs", "-o", "mode=0700,size=" + SIZE, "tmpfs", folder.toString());
        SmallDisk disk = new SmallDisk(folder, databases);
        try {
            Path tables = Files.createDirectory(folder.resolve("tables"));
            disk.execute("create tablespace small_disk location '" + tables + "'");
            disk.move("small_disk");
            return disk;
        } catch (IOException | SQLException failed) {
            disk.unmount();
            throw failed;
        }
    }

    /** Leaves no byte free. */
    void fill() throws IOException {
        byte[] block = new byte[1 << 12];
        try (OutputStream filler = Files.newOutputStream(filler())) {
            while (true) {
                filler.write(block);
            }
        } catch (IOException full) {
            if (Files.size(filler()) == 0) {
                throw full;
            }
        }
    }

    void free() throws IOException {
        Files.deleteIfExists(filler());
    }

    /** Moves the tables back. */
    @Override
    public void close() throws IOException, SQLException {
        free();
        move("pg_default");
        execute("drop tablespace small_disk");
        unmount();
    }

    private Path filler() {
        return folder.resolve("filler");
    }

    private void move(String tablespace) throws SQLException {
        for (String table : TABLES) {
            execute("alter table " + table + " set tablespace " + tablespace);
        }
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = databases.connect("permit");
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private void unmount() throws IOException {
        run("umount", folder.toString());
        Files.delete(folder);
    }

    private static void run(String... command) throws IOException {
        String said;
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.onExit().join().exitValue() == 0) {
                return;
            }
        } catch (IOException noSuchProgram) {
            said = String.valueOf(noSuchProgram.getMessage());
        }
        throw new NotHere(said.strip());
    }

    /** What the system says to whoever may not mount. */
    static final class NotHere extends IOException {

        private NotHere(String said) {
            super(said);
        }
    }
}
