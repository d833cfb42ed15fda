package io.tongban.sandbox.network;

import io.tongban.sandbox.process.Ending;
import io.tongban.sandbox.process.Guard;
import io.tongban.sandbox.process.GuardedProcess;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * The services' jars, unpacked once for each build of them: from plain jars a service starts with a third less work than from
 * jars within a jar.
 */
final class ServiceJars {

    private static final Duration UNPACKING = Duration.ofMinutes(2);

    private final Folders folders;
    private final Guard guard;

    ServiceJars(Folders folders, Guard guard) {
        this.folders = folders;
        this.guard = guard;
    }

    /** Unpacks what is not yet, all at the same time, and forgets earlier builds. */
    void unpack(List<String> modules) throws IOException, InterruptedException {
        Map<Path, GuardedProcess> unpacking = new LinkedHashMap<>();
        for (String module : modules) {
            Path home = home(module);
            if (!Files.isDirectory(home)) {
                forgetOthers(module);
                Path partial = partial(home);
                Tree.delete(partial);
                unpacking.put(
                        home,
                        GuardedProcess.start(
                                module,
                                guard,
                                Ending.JVM,
                                Jvm.small(
                                        64,
                                        List.of(
                                                "-Djarmode=tools",
                                                "-jar",
                                                folders.jar(module).toString(),
                                                "extract",
                                                "--destination",
                                                partial.toString())),
                                Map.of(),
                                folders.log(module + "-unpacking")));
            }
        }
        for (Map.Entry<Path, GuardedProcess> part : unpacking.entrySet()) {
            GuardedProcess process = part.getValue();
            if (!process.awaitEnd(UNPACKING) || process.exitValue() != 0) {
                throw new StartFailed(
                        process.name() + " could not be unpacked, see " + process.log() + ".",
                        "Build it again: ./mvnw -DskipTests clean package");
            }
            Files.move(partial(part.getKey()), part.getKey(), StandardCopyOption.ATOMIC_MOVE);
        }
    }

    /** What {@code java -jar} starts. */
    Path executable(String module) throws IOException {
        return home(module).resolve(folders.jar(module).getFileName());
    }

    /** Which build of a module this is. */
    String build(String module) throws IOException {
        return String.valueOf(home(module).getFileName());
    }

    /** Named for what is in the jar; its time says nothing, builds give it a fixed one. */
    private Path home(String module) throws IOException {
        CRC32 content = new CRC32();
        try (ZipFile jar = new ZipFile(folders.jar(module).toFile())) {
            for (ZipEntry entry : jar.stream().toList()) {
                content.update((entry.getName() + entry.getCrc()).getBytes(StandardCharsets.UTF_8));
            }
        }
        return folders.tools().resolve(module + "-%08x".formatted(content.getValue()));
    }

    private static Path partial(Path home) {
        return home.resolveSibling(home.getFileName() + ".partial");
    }

    private void forgetOthers(String module) throws IOException {
        try (DirectoryStream<Path> others = Files.newDirectoryStream(folders.tools(), module + "-*")) {
            for (Path other : others) {
                Tree.delete(other);
            }
        }
    }
}
