package io.tongban.sandbox.network;

import io.tongban.sandbox.process.Ending;
import io.tongban.sandbox.process.Guard;
import io.tongban.sandbox.process.GuardedProcess;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.zip.GZIPInputStream;

/** Keycloak from its distribution, built once, with the project's realm imported at the first start on a data folder. */
final class Keycloak {

    private static final List<String> PEOPLE = List.of(
            "clerk.city",
            "clerk.district",
            "clerk.street",
            "clerk.community",
            "reviewer.jianggan",
            "supervisor.jianggan",
            "admin.jianggan",
            "editor.hangzhou",
            "approver.hangzhou",
            "jiang",
            "li");

    private static final List<String> CLIENTS =
            List.of("partner", "permit-service", "insurance-adapter", "community-service", "gateway");

    private static final Duration BUILD = Duration.ofMinutes(5);
    private static final Duration FIRST_START = Duration.ofMinutes(3);

    /** How staff sign in. */
    enum StaffSignIn {
        /** Only here: nobody carries a second factor for people that do not exist. */
        BY_PASSWORD,
        /** As in a city. */
        BY_SECOND_FACTOR
    }

    private final Folders folders;
    private final Secrets secrets;
    private final Guard guard;
    private final int portBase;

    Keycloak(Folders folders, Secrets secrets, Guard guard, int portBase) {
        this.folders = folders;
        this.secrets = secrets;
        this.guard = guard;
        this.portBase = portBase;
    }

    static List<String> people() {
        return PEOPLE;
    }

    static String passwordName(String person) {
        return "password." + person;
    }

    static String clientSecretName(String client) {
        return "client." + client;
    }

    /** Unpacks and builds the program, and makes the empty database that every data folder begins with: once. */
    void prepare(Progress progress) throws IOException, InterruptedException {
        Path program = program();
        if (Files.isRegularFile(prepared())) {
            return;
        }
        progress.say("keycloak            preparing it, once for this clone: unpacking");
        Tree.delete(program);
        Path partial = folders.tools().resolve("keycloak.partial");
        Tree.delete(partial);
        Files.createDirectories(partial);
        try (InputStream tar = new GZIPInputStream(Files.newInputStream(archive()), 1 << 16)) {
            Archive.unpack(tar, partial);
        }
        Files.move(partial.resolve(program.getFileName()), program, StandardCopyOption.ATOMIC_MOVE);
        Tree.delete(partial);

        progress.say("keycloak            preparing it, once for this clone: building (about 20 s)");
        List<String> build = new ArrayList<>(List.of("build", "--db=dev-file", "--health-enabled=true"));
        GuardedProcess building = GuardedProcess.start(
                "keycloak-build", guard, Ending.JVM, kc(512, build), Map.of(), folders.log("keycloak-build"));
        if (!building.awaitEnd(BUILD) || building.exitValue() != 0) {
            building.end();
            throw new StartFailed("Keycloak could not be built.", "See " + building.log() + ", then try again.");
        }

        progress.say("keycloak            preparing it, once for this clone: an empty database (about 20 s)");
        GuardedProcess first = serve(template(), List.of(), unknownAdministrator(), "keycloak-first-start");
        Readiness.await(first, managementHealth(), FIRST_START);
        first.end();
        first.awaitEnd(Duration.ofSeconds(10));
        Files.createFile(prepared());
    }

    /** @param persons the pseudonym of each applicant by sign-in name */
    GuardedProcess start(Map<String, String> persons, StaffSignIn staff) throws IOException {
        Path imports = Files.createDirectories(program().resolve("data/import"));
        try (DirectoryStream<Path> files =
                Files.newDirectoryStream(folders.root().resolve("deploy/keycloak"), "tongban-*.json")) {
            for (Path file : files) {
                Files.copy(file, imports.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        Path database = folders.keycloak();
        if (!Files.isDirectory(database)) {
            copy(template(), database);
        }
        Map<String, String> variables = new HashMap<>();
        PEOPLE.forEach(person -> variables.put(variable("PASSWORD", person), secrets.of(passwordName(person))));
        CLIENTS.forEach(client -> variables.put(variable("SECRET", client), secrets.of(clientSecretName(client))));
        persons.forEach((person, pseudonym) -> variables.put(variable("PERSON", person), pseudonym));
        if (staff == StaffSignIn.BY_PASSWORD) {
            variables.put("TONGBAN_SECOND_FACTOR", "DISABLED");
        }
        return serve(database, List.of("--import-realm"), variables, Part.KEYCLOAK.label());
    }

    URI managementHealth() {
        return Part.KEYCLOAK.managementAddress(portBase).resolve("/health/ready");
    }

    URI issuer() {
        return Part.KEYCLOAK.address(portBase).resolve("/realms/tongban");
    }

    private static String variable(String kind, String name) {
        return "TONGBAN_" + kind + "_"
                + name.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
    }

    private GuardedProcess serve(Path database, List<String> options, Map<String, String> variables, String name)
            throws IOException {
        Files.createDirectories(database);
        List<String> start = new ArrayList<>(List.of(
                "start",
                "--optimized",
                "--cache=local", // without it JGroups listens on every address
                "--http-enabled=true",
                "--http-host=127.0.0.1",
                "--http-port=" + Part.KEYCLOAK.port(portBase),
                "--hostname=" + Part.KEYCLOAK.address(portBase),
                "--http-management-host=127.0.0.1",
                "--http-management-port=" + Part.KEYCLOAK.managementPort(portBase),
                "--db-url=jdbc:h2:file:" + database.resolve("keycloakdb")
                        + ";NON_KEYWORDS=VALUE;DB_CLOSE_ON_EXIT=FALSE"));
        start.addAll(options);
        return GuardedProcess.start(name, guard, Ending.JVM, kc(256, start), variables, folders.log(name));
    }

    /** As bin/kc.sh would start it, without the shell between. */
    private List<String> kc(int heapMebibytes, List<String> arguments) {
        Path program = program();
        List<String> java = new ArrayList<>(List.of(
                "-Xms64m",
                "-XX:MaxMetaspaceSize=256m",
                "--add-opens=java.base/java.util=ALL-UNNAMED",
                "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
                "--add-opens=java.base/java.security=ALL-UNNAMED",
                "--add-opens=java.base/java.lang=ALL-UNNAMED",
                "--enable-native-access=ALL-UNNAMED",
                "-Duser.language=en",
                "-Djava.util.concurrent.ForkJoinPool.common.threadFactory="
                        + "io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory",
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                "-Dpicocli.disable.closures=true",
                "-Dkc.home.dir=" + program,
                "-Djboss.server.config.dir=" + program.resolve("conf"),
                "-cp",
                program.resolve("lib/quarkus-run.jar").toString(),
                "io.quarkus.bootstrap.runner.QuarkusEntryPoint"));
        java.addAll(arguments);
        return Jvm.small(heapMebibytes, java);
    }

    /** An administrator must exist, or the welcome page lets anyone on this machine become it; nobody knows this one. */
    private static Map<String, String> unknownAdministrator() {
        return Map.of(
                "KC_BOOTSTRAP_ADMIN_USERNAME",
                "administrator",
                "KC_BOOTSTRAP_ADMIN_PASSWORD",
                UUID.randomUUID().toString());
    }

    private Path archive() {
        return Folders.onlyFile(folders.root().resolve("sandbox/target/keycloak"), "keycloak-quarkus-dist-*.tar.gz");
    }

    private Path program() {
        String archive = archive().getFileName().toString();
        return folders.tools()
                .resolve(archive.replace("-quarkus-dist", "")
                        .replace(".tar.gz", "")
                        .replace("-dist", ""));
    }

    private Path template() {
        return program().resolve("data/empty-database");
    }

    private Path prepared() {
        return program().resolve("prepared");
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        try (DirectoryStream<Path> files = Files.newDirectoryStream(from, "*.mv.db")) {
            for (Path file : files) {
                Files.copy(file, to.resolve(file.getFileName()));
            }
        }
    }
}
