package io.tongban.platform.test;

import io.tongban.platform.crypto.KeyFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.test.context.DynamicPropertyRegistrar;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.util.FileSystemUtils;

/** Key files for a test context, made once for each JVM and gone with it; imported as a bean. */
public final class TestKeys implements DynamicPropertyRegistrar {

    /** The directory of the key files. */
    public static Path location() {
        return Made.LOCATION;
    }

    @Override
    public void accept(DynamicPropertyRegistry registry) {
        registry.add("tongban.keys.location", TestKeys::location);
    }

    private static final class Made {

        static final Path LOCATION = make();

        private static Path make() {
            try {
                Path directory = Files.createTempDirectory("tongban-keys");
                Runtime.getRuntime()
                        .addShutdownHook(
                                new Thread(() -> FileSystemUtils.deleteRecursively(directory.toFile()), "test-keys"));
                KeyFiles.in(directory).generate();
                return directory;
            } catch (IOException e) {
                throw new UncheckedIOException("no key files for tests", e);
            }
        }
    }
}
