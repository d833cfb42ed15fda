package io.tongban.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The build refuses a dependency that goes against the directions between the rooms. In the last module, because Maven is asked
 * offline: by then it has fetched what every module needs.
 */
class ModuleDirectionsTests {

    private static final Path PROJECT = Path.of("..").toAbsolutePath().normalize();
    private static final Pattern MODULE = Pattern.compile("<module>([^<]+)</module>");

    @TempDir
    private Path copy;

    @ParameterizedTest
    @CsvSource({
        "community-service, permit-service, A service depends on platform and on no other service",
        "platform,          gateway,        platform depends on no service",
        "community-service, engine,         A service depends on platform and on no other service",
        "engine,            platform,       'The engine knows no Spring, no database and no other module than form'",
        "form,              platform,       form depends on nothing",
        "division,          platform,       division depends on nothing",
        "sandbox,           permit-service, sandbox starts the services as processes",
    })
    void refusesTheForbiddenDirection(String from, String to, String reason) throws Exception {
        copyPoms();
        Path pom = copy.resolve(from).resolve("pom.xml");
        Files.writeString(
                pom, Files.readString(pom).replaceFirst("<dependencies>", Matcher.quoteReplacement("""
                <dependencies>
                    <dependency>
                      <groupId>io.tongban</groupId>
                      <artifactId>%s</artifactId>
                      <version>${project.version}</version>
                    </dependency>
                """.formatted(to))));
        // Without the edge that would make a cycle of modules, which Maven refuses before any rule is asked.
        cutLinksToPlatform(to);

        assertThat(validate(from)).contains(reason);
    }

    private void cutLinksToPlatform(String module) throws IOException {
        Path pom = copy.resolve(module).resolve("pom.xml");
        Files.writeString(
                pom,
                Files.readString(pom)
                        .replaceAll(
                                "(?s)<dependency>\\s*<groupId>io.tongban</groupId>\\s*<artifactId>platform(-test)?</artifactId>.*?</dependency>",
                                ""));
    }

    private String validate(String module) throws IOException, InterruptedException {
        Path log = copy.resolve("validate.log");
        Process maven = new ProcessBuilder(
                        PROJECT.resolve("mvnw").toString(),
                        "--offline",
                        "-Dstyle.color=never",
                        "-pl",
                        module,
                        "-am",
                        "validate")
                .directory(copy.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try {
            assertThat(maven.waitFor(3, TimeUnit.MINUTES)).isTrue();
            assertThat(maven.exitValue()).isNotZero();
        } finally {
            maven.destroyForcibly();
        }
        return Files.readString(log, StandardCharsets.UTF_8);
    }

    private void copyPoms() throws IOException {
        Files.copy(PROJECT.resolve("pom.xml"), copy.resolve("pom.xml"));
        for (String module : MODULE.matcher(Files.readString(PROJECT.resolve("pom.xml")))
                .results()
                .map(found -> found.group(1))
                .toList()) {
            Files.createDirectories(copy.resolve(module));
            Files.copy(
                    PROJECT.resolve(module).resolve("pom.xml"),
                    copy.resolve(module).resolve("pom.xml"));
        }
    }
}
