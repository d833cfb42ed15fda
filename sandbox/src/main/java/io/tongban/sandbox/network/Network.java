package io.tongban.sandbox.network;

import io.tongban.sandbox.process.Ending;
import io.tongban.sandbox.process.Guard;
import io.tongban.sandbox.process.GuardedProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;

/** The whole network on one machine: every part a process of its own on loopback. */
public final class Network implements AutoCloseable {

    private static final Duration START = Duration.ofMinutes(3);

    /** How far the ports of a second replica are from those of the first. */
    private static final int REPLICA = 20;

    private static final List<String> SERVICES =
            List.of("gateway", "permit-service", "insurance-adapter", "community-service");
    /** Each with its schemas that have an owner of their own. */
    private static final Map<String, List<String>> DATABASES =
            Map.of("insurance", List.of(), "permit", List.of("witness"), "community", List.of());

    private final Folders folders;
    private final int portBase;
    private final Map<String, String> applicants;
    private final Progress progress;
    private final Guard guard;
    private final Secrets secrets;
    private final ServiceJars serviceJars;
    private final RunningParts parts = new RunningParts();
    private final Map<Part, Service> services = new EnumMap<>(Part.class);
    private final BusinessClocks clocks;
    private final PostgreSql postgresql;
    private final Scale scale;
    private Map<String, String> environment = Map.of();
    private Wiring wiring;

    /**
     * The network that keeps its data in these folders; nothing is started yet.
     *
     * @param applicants the identity number of each applicant by sign-in name
     */
    public Network(Folders folders, int portBase, Scale scale, Map<String, String> applicants, Progress progress)
            throws IOException {
        this.folders = folders;
        this.portBase = portBase;
        this.applicants = applicants;
        this.progress = progress;
        this.guard = Guard.of(folders.root());
        this.secrets = Secrets.in(folders.secrets());
        this.serviceJars = new ServiceJars(folders, guard);
        this.postgresql = new PostgreSql(folders, secrets, guard, Part.POSTGRESQL.port(portBase), scale);
        this.scale = scale;
        this.clocks = new BusinessClocks(portBase);
        this.wiring = (from, to) -> to.address(portBase);
        Files.createDirectories(folders.logs());
    }

    /** Tells every service more than its own settings, before it is started. */
    public Network telling(Map<String, String> more) {
        environment = Map.copyOf(more);
        return this;
    }

    /** Has the services find each other, and what else they ask, as the wiring says; before they are started. */
    public Network wired(Wiring other) {
        wiring = other;
        return this;
    }

    /**
     * Makes what is made once, starts all parts, and returns when all of them are ready.
     *
     * @return how long the start took, without what is made once for a clone
     * @throws StartFailed if a part does not come up
     */
    public Duration start() throws InterruptedException {
        try {
            return startAll();
        } catch (UncheckedIOException cause) {
            throw StartFailed.because(Objects.requireNonNull(cause.getCause()));
        } catch (IOException cause) {
            throw StartFailed.because(cause);
        }
    }

    private Duration startAll() throws IOException, InterruptedException {
        Keycloak keycloak = new Keycloak(folders, secrets, guard, portBase);
        prepare(keycloak);
        Duration prepared = progress.elapsed();

        ServiceKeys permitKeys = keys(Part.PERMIT_SERVICE);
        Map<Part, ServiceKeys> keys = Map.of(
                Part.PERMIT_SERVICE,
                permitKeys,
                Part.INSURANCE_ADAPTER,
                keys(Part.INSURANCE_ADAPTER),
                Part.COMMUNITY_SERVICE,
                keys(Part.COMMUNITY_SERVICE));
        parts.start(
                Part.KEYCLOAK,
                keycloak.managementHealth(),
                () -> keycloak.start(pseudonyms(permitKeys), Keycloak.StaffSignIn.BY_PASSWORD));
        parts.start(Part.BUREAUX, Part.BUREAUX.address(portBase).resolve("/control"), this::bureaux);

        parts.start(Part.POSTGRESQL, null, postgresql::start);
        DATABASES.forEach(postgresql::provide);
        progress.say("%-20sready: databases %s"
                .formatted(Part.POSTGRESQL.label(), String.join(", ", new TreeSet<>(DATABASES.keySet()))));

        Service.Settings settings = new Service.Settings(portBase, wiring, keycloak.issuer(), keys, environment);
        Map<Service, Map<String, String>> migrated = new LinkedHashMap<>();
        migrated.put(
                Service.permitService(
                        settings,
                        Library.in(folders.root().resolve("standards"), folders.library()),
                        database(Part.PERMIT_SERVICE, "permit"),
                        secrets.of(Keycloak.clientSecretName("permit-service"))),
                owners(postgresql, "permit"));
        migrated.put(
                Service.insuranceAdapter(settings, database(Part.INSURANCE_ADAPTER, "insurance")),
                owners(postgresql, "insurance"));
        migrated.put(
                Service.communityService(
                        settings,
                        database(Part.COMMUNITY_SERVICE, "community"),
                        secrets.of(Keycloak.clientSecretName("community-service"))),
                owners(postgresql, "community"));
        Migrations migrations = new Migrations(folders, guard, serviceJars);
        migrations.start(migrated);
        start(Service.gateway(settings));
        for (Service service : migrated.keySet()) {
            migrations.await(service);
            start(service);
        }
        parts.awaitAll(progress);
        return progress.elapsed().minus(prepared);
    }

    private void start(Service service) throws IOException, InterruptedException {
        services.put(service.part(), service);
        parts.start(
                service.part(),
                service.readiness(portBase),
                () -> launch(service, service.part().label()));
    }

    private Map<String, String> database(Part service, String name) {
        return postgresql.environment(name, wiring.address(service, Part.POSTGRESQL));
    }

    private static Map<String, String> owners(PostgreSql postgresql, String database) {
        return postgresql.ownersEnvironment(database, DATABASES.getOrDefault(database, List.of()));
    }

    private void prepare(Keycloak keycloak) throws IOException, InterruptedException {
        Files.createDirectories(folders.tools());
        Path lock = folders.tools().resolve("lock");
        try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            channel.lock(); // until the channel is closed
            PostgreSql.program(folders);
            serviceJars.unpack(SERVICES);
            keycloak.prepare(progress);
        }
    }

    private ServiceKeys keys(Part part) throws IOException {
        return ServiceKeys.in(keysOf(part));
    }

    private Map<String, String> pseudonyms(ServiceKeys permit) {
        Map<String, String> pseudonyms = new LinkedHashMap<>();
        for (Map.Entry<String, String> applicant : applicants.entrySet()) {
            pseudonyms.put(applicant.getKey(), permit.pseudonym(applicant.getValue()));
        }
        return pseudonyms;
    }

    private GuardedProcess bureaux() {
        List<String> command = scale.bureaux(List.of(
                "-cp",
                System.getProperty("java.class.path"),
                "io.tongban.sandbox.bureau.BureauApplication",
                Integer.toString(Part.BUREAUX.port(portBase))));
        return GuardedProcess.start(Part.BUREAUX.label(), guard, Ending.JVM, command, Map.of(), folders.log("bureaux"));
    }

    private GuardedProcess launch(Service service, String name) throws IOException {
        List<String> command = scale.service(
                service.part(),
                List.of("-jar", serviceJars.executable(service.part().label()).toString()));
        Map<String, String> told = new HashMap<>(service.environment());
        clocks.now().ifPresent(now -> told.put("TONGBAN_CLOCK_STARTSAT", now.toString()));
        return GuardedProcess.start(name, guard, Ending.JVM, command, told, folders.log(name));
    }

    /** The parts, which can be lost and started again. */
    public RunningParts parts() {
        return parts;
    }

    /** One more replica of a service, which nothing leads to; its business clock is that of the others. Ends with the network. */
    public Replica replica(Part part) throws InterruptedException {
        Service service = services.get(part);
        if (service == null) {
            throw new IllegalStateException(part.label() + " is no service that was started");
        }
        int port = part.port(portBase + REPLICA);
        int managementPort = part.managementPort(portBase + REPLICA);
        try {
            GuardedProcess process = launch(service.replica(port, managementPort), part.label() + "-replica");
            Readiness.await(process, service.readiness(portBase + REPLICA), START);
            return new Replica(process, part.address(portBase + REPLICA), part.managementAddress(portBase + REPLICA));
        } catch (IOException cause) {
            throw StartFailed.because(cause);
        }
    }

    public BusinessClocks clocks() {
        return clocks;
    }

    public Metrics metrics() {
        return new Metrics(portBase);
    }

    public String passwordOf(String person) {
        return secrets.of(Keycloak.passwordName(person));
    }

    /** The secret with which {@code partner} or a service asks for a token of its own account. */
    public String secretOf(String client) {
        return secrets.of(Keycloak.clientSecretName(client));
    }

    public Path passwordFile() {
        return secrets.file();
    }

    public List<String> people() {
        return Keycloak.people();
    }

    public URI issuer() {
        return Part.KEYCLOAK.address(portBase).resolve("/realms/tongban");
    }

    /** Where the key files of a service are. */
    public Path keysOf(Part part) {
        return folders.secrets().resolve("keys").resolve(part.label());
    }

    /** The administrator of the databases {@code permit}, {@code insurance} and {@code community}. */
    public DatabaseAdministrator databases() {
        return postgresql.administrator();
    }

    public List<GuardedProcess> processes() {
        return parts.all();
    }

    /** Ends all processes, the databases last; returns when they are gone or their guards are about to kill them. */
    @Override
    public void close() {
        List<GuardedProcess> databases = new ArrayList<>();
        List<GuardedProcess> others = new ArrayList<>();
        for (GuardedProcess process : guard.retire()) {
            (process.name().equals(Part.POSTGRESQL.label()) ? databases : others).add(process);
        }
        end(others);
        end(databases);
    }

    private static void end(List<GuardedProcess> processes) {
        processes.forEach(GuardedProcess::end);
        try {
            for (GuardedProcess process : processes) {
                process.awaitEnd(Duration.ofSeconds(5));
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** The addresses that a person may want, one a line. */
    public List<String> addresses() {
        return List.of(
                "gateway   " + Part.GATEWAY.address(portBase) + "/api/v1",
                "sign-in   " + issuer(),
                "health    " + Part.PERMIT_SERVICE.managementAddress(portBase) + "/actuator (permit-service)",
                "messages  " + Part.BUREAUX.address(portBase) + "/sms (what applicants were sent)",
                "partner   " + Part.BUREAUX.address(portBase)
                        + "/partner (an address for a webhook, and what it was told)");
    }
}
