package io.tongban.deploy.hole;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.platform.cli.Console;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The command line, on a list of one hole: {@code org.example:thing} from 1.0 until 1.5. */
class HolesCommandTests {

    private static final Clock TODAY = Clock.fixed(Instant.parse("2027-01-15T10:00:00Z"), ZoneOffset.UTC);

    private static final String RECORD = """
            {"id": "CVE-2027-1", "aliases": ["GHSA-1"], "summary": "a text can end the program",
             "affected": [{"package": {"ecosystem": "Maven", "name": "org.example:thing"},
                           "ranges": [{"type": "ECOSYSTEM", "events": [{"introduced": "1.0"}, {"fixed": "1.5"}]}]}]}
            """;

    @TempDir
    private Path folder;

    @BeforeEach
    void list() throws IOException {
        Files.createDirectories(folder.resolve("list/osv"));
        write("list/list.json", "{\"dated\": \"2027-01-10\"}");
        write("list/osv/CVE-2027-1.json", RECORD);
        write("list/exceptions.cdx.json", "{\"vulnerabilities\": []}");
    }

    @Test
    void namesComponentVersionHoleAndTheFirstVersionWithout() throws IOException {
        Run run = check(sbom("1.4"));

        assertThat(run.status()).isEqualTo(1);
        assertThat(run.out())
                .contains("OPEN      CVE-2027-1 in org.example:thing 1.4")
                .contains("bom.cdx.json")
                .contains("closed in 1.5: a text can end the program")
                .contains("1 components, 1 known holes as of 2027-01-10: 1 open, 0 excepted");
    }

    @ParameterizedTest
    @CsvSource({"0.9, 0", "1.0, 1", "1.4.99, 1", "1.5, 0"})
    void theBordersAreThoseOfTheList(String version, int status) throws IOException {
        assertThat(check(sbom(version)).status()).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({
        "2027-01-15, CVE-2027-1, 1.4, 0",
        "2027-01-14, CVE-2027-1, 1.4, 1",
        "2027-01-15, GHSA-1,     1.4, 0",
        "2027-01-15, CVE-2027-2, 1.4, 1",
        "2027-01-15, CVE-2027-1, 1.3, 1",
    })
    void anExceptionHoldsForItsHoleAndVersionAndUntilItsDay(String until, String hole, String version, int status)
            throws IOException {
        write("list/exceptions.cdx.json", exception(hole, "pkg:maven/org.example/thing@" + version, until));

        Run run = check(sbom("1.4"));

        assertThat(run.status()).isEqualTo(status);
        assertThat(run.out()).contains(status == 0 ? "excepted  CVE-2027-1" : "OPEN      CVE-2027-1");
    }

    @Test
    void anExpiredExceptionIsNamedWithItsDayAndReason() throws IOException {
        write("list/exceptions.cdx.json", exception("CVE-2027-1", "pkg:maven/org.example/thing@1.4", "2027-01-14"));

        assertThat(check(sbom("1.4")).out()).contains("[excepted until 2027-01-14: it is never called]");
    }

    @Test
    void aWithdrawnRecordIsNoHole() throws IOException {
        write("list/osv/CVE-2027-1.json", RECORD.replaceFirst("\\{", "{\"withdrawn\": \"2027-01-01T00:00:00Z\", "));

        assertThat(check(sbom("1.4")).status()).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "\"id\"              | \"nr\"                | 'id' is missing",
                "\"summary\"         | \"text\"              | 'summary' is missing",
                "\"Maven\"           | \"npm\"               | it names no library of Maven",
                "\"name\"            | \"title\"             | 'name' is missing",
                "ECOSYSTEM           | SEMVER                | the type of a range is 'SEMVER'",
                "introduced          | came                  | 'came' happens to no hole",
                "\"introduced\"      | \"fixed\"             | no version in which the hole was introduced",
                "\"ranges\"          | \"range\"             | it says of no version of org.example:thing",
                "{\"id\"             | \"id\"                | is not JSON",
            })
    void aMalformedRecordMakesTheListUnusable(String from, String to, String why) throws IOException {
        write("list/osv/CVE-2027-1.json", RECORD.replace(from, to));

        Run run = check(sbom("1.4"));

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains("CVE-2027-1.json").contains(why);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "tongban:until   | until          | has no end",
                "2027-01-15      | January        | 'January' is not a day",
                "detail          | reason         | 'detail' is missing",
                "pkg:maven       | pkg:npm        | is no pkg:maven/GROUP/NAME@VERSION",
                "affects         | affected       | names no component",
            })
    void anExceptionWithoutReasonEndOrComponentMakesTheListUnusable(String from, String to, String why)
            throws IOException {
        write(
                "list/exceptions.cdx.json",
                exception("CVE-2027-1", "pkg:maven/org.example/thing@1.4", "2027-01-15")
                        .replace(from, to));

        Run run = check(sbom("1.4"));

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains("exceptions.cdx.json").contains(why);
    }

    @Test
    void aListWithoutItsDateIsUnusable() throws IOException {
        write("list/list.json", "{}");

        assertThat(check(sbom("1.4")).err()).contains("list.json").contains("'dated' is missing");
    }

    @ParameterizedTest
    @CsvSource({"60, 2026-11-16, false", "60, 2026-11-15, true", "90, 2026-11-15, false"})
    void anOldListIsWarnedOfAndFailsNothing(int oldAfter, String dated, boolean warning) throws IOException {
        write("list/list.json", "{\"dated\": \"" + dated + "\"}");

        Run run = check(sbom("1.5"), "--old-after", String.valueOf(oldAfter));

        assertThat(run.status()).isZero();
        assertThat(run.err().contains("WARNING: the list is 61 days old")).isEqualTo(warning);
    }

    @Test
    void findsWhatAServicesJarSaysOfItself() throws IOException {
        Path jar = folder.resolve("service.jar");
        zip(jar, Map.of("META-INF/sbom/application.cdx.json", Files.readAllBytes(sbom("1.4"))));

        assertThat(check(jar).status()).isEqualTo(1);
    }

    @Test
    void findsLibrariesInADistributionByTheirOwnWordsOrTheirFilesName() throws IOException {
        Path archive = folder.resolve("thing-dist.tar.gz");
        try (TarArchiveOutputStream tar =
                new TarArchiveOutputStream(new GZIPOutputStream(Files.newOutputStream(archive)))) {
            tar(tar, "dist/lib/org.example.thing-1.4.jar", jar(Map.of("a.txt", bytes(""))));
            tar(
                    tar,
                    "dist/lib/thing-1.3.jar",
                    jar(Map.of("META-INF/maven/org.example/thing/pom.properties", bytes("""
                    groupId=org.example
                    artifactId=thing
                    version=1.3
                    """))));
            tar(tar, "dist/lib/unknown-2.jar", jar(Map.of("a.txt", bytes(""))));
        }

        Run run = check(archive);

        assertThat(run.out())
                .contains("in org.example.thing 1.4")
                .contains("in org.example:thing 1.3")
                .contains("not compared, because nothing says what they are: dist/lib/unknown-2.jar");
    }

    @Test
    void ofDistributionsThatEarlierBuildsLeftOnlyTheLastIsLookedAt() throws IOException {
        Path keycloak = Files.createDirectories(folder.resolve("sandbox/target/keycloak"));
        Path old = Files.createFile(keycloak.resolve("keycloak-quarkus-dist-26.7.3.tar.gz"));
        Path run = Files.createFile(keycloak.resolve("keycloak-quarkus-dist-26.7.4.tar.gz"));
        Files.createFile(folder.resolve("sandbox/target/libraries.txt"));

        assertThat(HolesCommand.built(folder)).contains(run).doesNotContain(old);
    }

    @Test
    void findsLibrariesInTheListsThatMavenWrites() throws IOException {
        Path listed = write("plugins.txt", """

                The following plugins have been resolved:
                   org.example:thing:maven-plugin:1.3:runtime
                      org.example:thing:jar:no_aop:1.4
                      org.example:thing:jar:1.2:compile -- module org.example.thing (auto)
                """);

        assertThat(check(listed).out()).contains("thing 1.2", "thing 1.3", "thing 1.4");
    }

    @ParameterizedTest
    @ValueSource(strings = {"nowhere.jar", "text.md", "broken.cdx.json", "empty.jar", "list.txt"})
    void whatHasNoComponentsIsRefused(String name) throws IOException {
        switch (name) {
            case "text.md" -> write(name, "thing 1.4");
            case "broken.cdx.json" -> write(name, "{\"components\": 7}");
            case "empty.jar" -> zip(folder.resolve(name), Map.of("a.txt", bytes("")));
            case "list.txt" -> write(name, "   org.example:thing:jar:unknown\n");
            default -> {}
        }

        Run run = check(folder.resolve(name));

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains(name);
    }

    @Test
    void takesTheRecordsOfItsComponentsFromAnExportAndDatesTheList() throws IOException {
        String known = RECORD.replace("CVE-2027-1", "GHSA-1").replace("[\"GHSA-1\"]", "[\"CVE-2027-1\"]");
        String news = RECORD.replace("CVE-2027-1", "GHSA-2")
                .replace("[\"GHSA-1\"]", "[]")
                .replace("1.0", "2.0");
        Path export = folder.resolve("all.zip");
        zip(
                export,
                Map.of(
                        "GHSA-1.json", bytes(known),
                        "GHSA-2.json", bytes(news.replace("\"summary\"", "\"details\": \"long\", \"summary\"")),
                        "GHSA-3.json", bytes(RECORD.replace("org.example:thing", "org.example:other")),
                        "GHSA-4.json", bytes("{\"id\": \"GHSA-4\", \"affected\": []}")));

        Run run = run(
                "take",
                "--list",
                "list",
                "--dated",
                "2027-01-15",
                "all.zip",
                sbom("1.4").toString());

        assertThat(run.status()).as(run.err()).isZero();
        assertThat(run.out()).contains("2 records taken, 1 of them new");
        try (Stream<Path> records = Files.list(folder.resolve("list/osv"))) {
            assertThat(records.map(file -> String.valueOf(file.getFileName())))
                    .containsExactlyInAnyOrder("GHSA-1.json", "GHSA-2.json");
        }
        assertThat(Files.readString(folder.resolve("list/osv/GHSA-2.json"))).doesNotContain("long");
        assertThat(check(sbom("1.4")).out()).contains("GHSA-1 in org.example:thing", "as of 2027-01-15");
        assertThat(check(sbom("2.0")).out()).contains("OPEN      GHSA-2").contains("no version");
    }

    @Test
    void anExportOfSomethingElseChangesNothing() throws IOException {
        zip(folder.resolve("all.zip"), Map.of("a.json", bytes(RECORD.replace("org.example:thing", "a:b"))));

        Run run = run(
                "take",
                "--list",
                "list",
                "--dated",
                "2027-01-15",
                "all.zip",
                sbom("1.4").toString());

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains("has no record of any component");
        assertThat(check(sbom("1.4")).out()).contains("as of 2027-01-10");
    }

    @Test
    void aListCannotBeOfTomorrow() throws IOException {
        assertThat(run("take", "--dated", "2027-01-16", "all.zip").err()).contains("2027-01-16 is still to come");
    }

    private Run check(Path what, String... more) throws IOException {
        return run(Stream.concat(Stream.of("check", "--list", "list", what.toString()), Stream.of(more))
                .toArray(String[]::new));
    }

    /** Relative names are those below this test's folder. */
    private Run run(String... words) {
        String[] arguments = Stream.of(words)
                .map(word -> List.of("list", "all.zip").contains(word)
                        ? folder.resolve(word).toString()
                        : word)
                .toArray(String[]::new);
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int status = Console.run(
                new HolesCommand(folder, TODAY), new PrintWriter(out, true), new PrintWriter(err, true), arguments);
        return new Run(status, out.toString(), err.toString());
    }

    private Path sbom(String version) throws IOException {
        return write("bom.cdx.json", """
                {"bomFormat": "CycloneDX", "components": [
                  {"name": "thing", "purl": "pkg:maven/org.example/thing@%s?type=jar"}]}
                """.formatted(version));
    }

    private static String exception(String hole, String purl, String until) {
        return """
                {"bomFormat": "CycloneDX", "vulnerabilities": [
                  {"id": "%s", "analysis": {"state": "not_affected", "detail": "it is never called"},
                   "affects": [{"ref": "%s"}], "properties": [{"name": "tongban:until", "value": "%s"}]}]}
                """.formatted(hole, purl, until);
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static void tar(TarArchiveOutputStream tar, String name, byte[] content) throws IOException {
        TarArchiveEntry entry = new TarArchiveEntry(name);
        entry.setSize(content.length);
        tar.putArchiveEntry(entry);
        tar.write(content);
        tar.closeArchiveEntry();
    }

    private static byte[] jar(Map<String, byte[]> entries) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        zip(out, entries);
        return out.toByteArray();
    }

    private static void zip(Path file, Map<String, byte[]> entries) throws IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            zip(out, entries);
        }
    }

    private static void zip(OutputStream out, Map<String, byte[]> entries) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
                zip.closeEntry();
            }
        }
    }

    private record Run(int status, String out, String err) {}
}
