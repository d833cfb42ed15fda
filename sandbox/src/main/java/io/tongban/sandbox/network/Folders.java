package io.tongban.sandbox.network;

import io.tongban.platform.cli.Unusable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where the launcher finds and keeps things.
 *
 * @param root the project's folder
 * @param data what a demo leaves behind; {@code ./tongban reset} removes it
 */
public record Folders(Path root, Path data) {

    /** Programs unpacked once, without data, shared by every demo of this clone. */
    Path tools() {
        return root.resolve(".tongban/tools");
    }

    Path postgresql() {
        return data.resolve("postgresql");
    }

    Path keycloak() {
        return data.resolve("keycloak");
    }

    Path library() {
        return data.resolve("library");
    }

    public Path secrets() {
        return data.resolve("secrets");
    }

    public Path logs() {
        return data.resolve("logs");
    }

    Path log(String name) {
        return logs().resolve(name + ".log");
    }

    /**
     * Makes the folders that a start cannot do without, and tries to write to all that are there.
     *
     * @throws Unusable if that fails
     */
    public void requireWritable() {
        requireWritable(data);
        requireWritable(tools());
        Stream.of(postgresql(), keycloak(), library(), secrets(), logs())
                .filter(Files::exists)
                .forEach(Folders::requireWritable);
    }

    private static void requireWritable(Path folder) {
        try {
            Files.createDirectories(folder);
            Files.delete(Files.createTempFile(folder, "can-be-written", null));
        } catch (IOException failure) {
            throw Unusable.folder(folder, failure);
        }
    }

    /** @throws NotBuilt if there is none */
    Path jar(String module) {
        return onlyFile(root.resolve(module + "/target"), module + "-[0-9]*.jar");
    }

    /** @throws NotBuilt if there is none */
    static Path onlyFile(Path folder, String glob) {
        try (Stream<Path> files = Files.isDirectory(folder) ? list(folder, glob).stream() : Stream.empty()) {
            return files.max(Comparator.comparing(Path::toString))
                    .orElseThrow(() -> new NotBuilt(folder.resolve(glob)));
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    private static List<Path> list(Path folder, String glob) throws IOException {
        try (var files = Files.newDirectoryStream(folder, glob)) {
            return Stream.iterate(files.iterator(), i -> i.hasNext(), i -> i)
                    .map(i -> i.next())
                    .toList();
        }
    }

    /** Something that the build makes is not there. */
    static final class NotBuilt extends StartFailed {

        private NotBuilt(Path missing) {
            super("missing: " + missing, "Build it first: ./mvnw -DskipTests package");
        }
    }
}
