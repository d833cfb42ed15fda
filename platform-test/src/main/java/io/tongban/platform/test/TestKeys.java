package io.tongban.platform.test;

import io.tongban.platform.crypto.KeyFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.context.annotation.ImportBeanDefinitionRegistrar;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotationMetadata;
import org.springframework.util.FileSystemUtils;

/** Key files for a test context, made once for each JVM and gone with it; to be imported. */
public final class TestKeys implements ImportBeanDefinitionRegistrar {

    private final Environment environment;

    TestKeys(Environment environment) {
        this.environment = environment;
    }

    /** The directory of the key files. */
    public static Path location() {
        return Made.LOCATION;
    }

    @Override
    public void registerBeanDefinitions(AnnotationMetadata importing, BeanDefinitionRegistry registry) {
        TestProperties.add(
                environment,
                "testKeys",
                Map.of("tongban.keys.location", location().toString()));
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
