package io.tongban.platform.test;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
        Ended ended = run("keys", "generate", keys.toString());
        assertThat(ended.exitCode).as(ended.output).isZero();
        assertThat(ended.output).doesNotContain("Spring");
        try (var made = Files.list(keys)) {
            assertThat(made.map(path -> path.getFileName().toString()))
                    .containsExactlyInAnyOrder("blind-index.json", "field-encryption.json", "signing.json");
        }
        assertThat(run("keys", "generate", keys.toString()).exitCode).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"frobnicate", "--server.port=0 frobnicate", "-Dserver.port=0", "keys destroy DIR"})
    void whatIsNoSettingAndNoCommandIsRefusedInOneLineBeforeSpring(String words) throws Exception {
        Ended ended = run(words.split(" "));
        assertThat(ended.exitCode).as(ended.output).isEqualTo(2);
        assertThat(ended.output.lines()).hasSize(1);
        assertThat(ended.output).contains(" --help says how it is used.");
    }

    @Test
    void theJarSaysWhatItDoes() throws Exception {
        Ended ended = run("--help");
        assertThat(ended.exitCode).as(ended.output).isZero();
        assertThat(ended.output).contains("starts the service", "keys").doesNotContain("Spring");
    }

    @Test
    void aStartDoesNotLoadTheLibraryOfTheCommandLine() throws Exception {
        String loaded = "-Xlog:class+load";
        assertThat(ended(List.of(loaded), "keys", "--help").output).contains("picocli.CommandLine");
        assertThat(ended(List.of(loaded), "--tongban.clock.settable=true").output)
                .contains("org.springframework.boot.SpringApplication")
                .doesNotContain("picocli.CommandLine");
    }

    private static Ended start(String... settings) throws IOException, InterruptedException {
        return run(Stream.concat(Stream.of(settings), Stream.of("--server.port=0", "--management.server.port=0"))
                .toArray(String[]::new));
    }

    private static Ended run(String... arguments) throws IOException, InterruptedException {
        return ended(List.of(), arguments);
    }

    private static Ended ended(List<String> options, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC"));
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), SampleService.class.getName()));
        command.addAll(List.of(arguments));
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
