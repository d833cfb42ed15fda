package io.tongban.platform.test;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.platform.crypto.KeyFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
        assertThat(migrate(settingsOfMigrate(database)).exitCode).isZero();

        Ended ended = start(database, database.runtimeRole(), "--tongban.keys.location=" + directory.resolve("none"));

        assertThat(ended.exitCode).as(ended.output).isEqualTo(1);
        assertThat(ended.output)
                .contains("none/field-encryption.json does not exist.")
                .contains("java -jar <service>.jar keys generate DIR");
    }

    @Test
    void migrationsAreAStartOfTheirOwnAndSayWhatTheyDid() throws Exception {
        TestDatabase database = TestDatabase.create();

        Ended before = start(database, database.runtimeRole(), keys());
        assertThat(before.exitCode).as(before.output).isEqualTo(1);
        assertThat(before.output)
                .contains(
                        "The database is older than this jar",
                        "V0_1__idempotency.sql",
                        "V0_2__who_holds_a_key.sql",
                        "V1__things.sql")
                .contains("java -jar SERVICE.jar migrate")
                .doesNotContain("\tat ");

        Ended first = migrate(settingsOfMigrate(database));
        assertThat(first.exitCode).as(first.output).isZero();
        assertThat(first.output).contains("the service's schema: 5 migrations, now at 1");
        Ended second = migrate(settingsOfMigrate(database));
        assertThat(second.exitCode).as(second.output).isZero();
        assertThat(second.output).contains("the service's schema: nothing to do, it is at 1");
        assertThat(first.output + second.output).doesNotContain(database.password());

        Ended after = start(database, database.runtimeRole(), "--tongban.keys.location=" + directory.resolve("none"));
        assertThat(after.output).doesNotContain("older than this jar").contains("field-encryption.json does not exist");
    }

    @Test
    void migrateNamesTheSettingThatIsMissing() throws Exception {
        Map<String, String> settings = new HashMap<>(settingsOfMigrate(TestDatabase.create()));
        settings.remove("SPRING_FLYWAY_PASSWORD");

        Ended ended = migrate(settings);

        assertThat(ended.exitCode).as(ended.output).isEqualTo(2);
        assertThat(ended.output).contains("spring.flyway.password is not set", "SPRING_FLYWAY_PASSWORD");
    }

    @Test
    void migrateThatFailsSaysSoAndEndsWithOne() throws Exception {
        TestDatabase database = TestDatabase.create();
        Map<String, String> settings = new HashMap<>(settingsOfMigrate(database));
        settings.put("SPRING_FLYWAY_USER", database.runtimeRole());

        Ended ended = migrate(settings);

        assertThat(ended.exitCode).as(ended.output).isEqualTo(1);
        assertThat(ended.output).contains("not migrated: ").contains("permission denied for schema public");
    }

    @ParameterizedTest
    @ValueSource(strings = {"spring.flyway.user", "spring.flyway.password", "tongban.migration.schemas.other.password"})
    void aServiceThatIsToldAnOwnersSettingsRefusesToRun(String setting) throws Exception {
        Ended ended = start("--" + setting + "=secret-of-the-owner");

        assertThat(ended.exitCode).as(ended.output).isEqualTo(1);
        assertThat(ended.output)
                .contains("The environment of the service names an owner of its schemas (" + setting + ")")
                .doesNotContain("secret-of-the-owner", "Tomcat", "\tat ");
    }

    @Test
    void theOwnerIsNoRoleOfAService() throws Exception {
        TestDatabase database = TestDatabase.create();
        assertThat(migrate(settingsOfMigrate(database)).exitCode).isZero();

        Ended ended = start(database, database.ownerRole(), keys());

        assertThat(ended.exitCode).as(ended.output).isEqualTo(1);
        assertThat(ended.output)
                .contains("The database role " + database.ownerRole() + " may do more than a service needs")
                .contains("spring.datasource.username")
                .doesNotContain("\tat ");
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
        assertThat(ended(List.of(loaded), Map.of(), "keys", "--help").output).contains("picocli.CommandLine");
        assertThat(ended(List.of(loaded), Map.of(), "--tongban.clock.settable=true").output)
                .contains("org.springframework.boot.SpringApplication")
                .doesNotContain("picocli.CommandLine");
    }

    private static Ended start(String... settings) throws IOException, InterruptedException {
        return run(Stream.concat(Stream.of(settings), Stream.of("--server.port=0", "--management.server.port=0"))
                .toArray(String[]::new));
    }

    private String keys() throws IOException {
        Path keys = directory.resolve("keys");
        KeyFiles.in(keys).generate();
        return "--tongban.keys.location=" + keys;
    }

    private static Ended start(TestDatabase database, String role, String... settings)
            throws IOException, InterruptedException {
        return start(Stream.concat(
                        Stream.of(settings),
                        Stream.of(
                                "--spring.datasource.url=" + database.url(),
                                "--spring.datasource.username=" + role,
                                "--spring.datasource.password=" + database.password()))
                .toArray(String[]::new));
    }

    private static Map<String, String> settingsOfMigrate(TestDatabase database) {
        return Map.of(
                "SPRING_DATASOURCE_URL", database.url(),
                "SPRING_DATASOURCE_USERNAME", database.runtimeRole(),
                "SPRING_FLYWAY_USER", database.ownerRole(),
                "SPRING_FLYWAY_PASSWORD", database.password());
    }

    private static Ended migrate(Map<String, String> environment) throws IOException, InterruptedException {
        return ended(List.of(), environment, "migrate");
    }

    private static Ended run(String... arguments) throws IOException, InterruptedException {
        return ended(List.of(), Map.of(), arguments);
    }

    private static Ended ended(List<String> options, Map<String, String> environment, String... arguments)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC"));
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), SampleService.class.getName()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        Process process = builder.start();
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
