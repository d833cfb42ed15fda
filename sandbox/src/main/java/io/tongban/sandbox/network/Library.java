package io.tongban.sandbox.network;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The standards that the sandbox's permit-service begins with: the project's, without those that the story publishes. */
final class Library {

    private static final String INDEX = "index.yaml";
    private static final String NOT_YET_WRITTEN = "residence-permit/R2.yaml";

    private Library() {}

    /** Copies them anew, so that a library that was changed since is what the next first start enters. */
    static Path in(Path standards, Path folder) throws IOException {
        Tree.delete(folder);
        try (Stream<Path> files = Files.walk(standards)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Path copy = folder.resolve(standards.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(copy);
                } else if (!standards.relativize(file).equals(Path.of(NOT_YET_WRITTEN))) {
                    Files.copy(file, copy);
                }
            }
        }
        List<String> index = Files.readAllLines(folder.resolve(INDEX)).stream()
                .filter(line -> !line.strip().equals("- " + NOT_YET_WRITTEN))
                .toList();
        Files.write(folder.resolve(INDEX), index);
        return folder;
    }
}
