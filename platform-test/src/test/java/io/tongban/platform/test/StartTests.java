package io.tongban.platform.test;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a process of its own does when it is started wrongly, or with the keys command. */
class StartTests {

    @TempDir
    private Path directory;

    @Test
    void aProductionWhoseClockCanBeSetRefusesToRun() throws Exception {
        Ended ended = start("--tongban.clock.settable=true");
        assertThat(ended.exitCode).as(ended.output).isEqualTo(1);
        assertThat(ended.output)
                .contains("The business clock can be set (tongban.clock.settable=true), but this is not a sandbox")
                .contains("Remove tongban.clock.settable.")
                .as("nothing was opened before")
                .doesNotContain("Tomcat", "\tat ");
    }

    @Test
    void missingKeyFilesRefuseTheStartAndSayHowToMakeThem() throws Exception {
        TestDatabase database = TestDatabase.create();
        Ended ended = start(
                "--tongban.keys.location=" + directory.resolve("none"),
                "--spring.datasource.url=" + database.url(),
                "--spring.datasource.username=" + database.runtimeRole(),
                "--spring.datasource.password=" + database.password(),
                "--spring.flyway.user=" + database.ownerRole(),
                "--spring.flyway.password=" + database.password(),
                "--spring.flyway.placeholders.runtimeRole=" + database.runtimeRole());
        assertThat(ended.exitCode).as(ended.output).isEqualTo(1);
        assertThat(ended.output)
                .contains("none/field-encryption.json does not exist.")
                .contains("java -jar <service>.jar keys generate DIR");
    }

    @Test
    void theKeysCommandMakesKeyFilesAndEndsWithoutSpring() throws Exception {
        Path keys = directory.resolve("keys");
        Ended ended = start("keys", "generate", keys.toString());
        assertThat(ended.exitCode).as(ended.output).isZero();
        assertThat(ended.output).doesNotContain("Spring");
        try (var made = Files.list(keys)) {
            assertThat(made.map(path -> path.getFileName().toString()))
                    .containsExactlyInAnyOrder("blind-index.json", "field-encryption.json", "signing.json");
        }
        assertThat(start("keys", "generate", keys.toString()).exitCode).isEqualTo(1);
    }

    private static Ended start(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                SampleService.class.getName()));
        command.addAll(List.of(arguments));
        command.addAll(
                arguments[0].equals("keys") ? List.of() : List.of("--server.port=0", "--management.server.port=0"));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        try {
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
            return new Ended(process.exitValue(), output);
        } finally {
            process.destroyForcibly();
        }
    }

    private record Ended(int exitCode, String output) {}
}
