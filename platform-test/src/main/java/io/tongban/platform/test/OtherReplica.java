package io.tongban.platform.test;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Environment;
import org.springframework.core.env.MapPropertySource;
import tools.jackson.databind.json.JsonMapper;

/** A second replica of the service that a test has in its own process: over the same database, and a process that can be killed. */
public final class OtherReplica implements AutoCloseable {

    private static final Duration STARTED_WITHIN = Duration.ofSeconds(90);

    private final Process process;
    private final int port;
    private final int managementPort;
    private final HttpClient http = HttpClient.newHttpClient();

    private OtherReplica(Process process, int port, int managementPort) {
        this.process = process;
        this.port = port;
        this.managementPort = managementPort;
    }

    /**
     * Starts it and waits until it is ready.
     *
     * @param service the class with its {@code main}
     * @param settings of the test, whose fixtures it shares; it has the service's own settings beside them, and none of the test's
     */
    public static OtherReplica start(Class<?> service, Environment settings, TestDatabase database) throws IOException {
        int port = freePort();
        int managementPort = freePort();
        Map<String, Object> all = new TreeMap<>();
        ((ConfigurableEnvironment) settings)
                .getPropertySources().stream()
                        .filter(source -> source.getName().startsWith("test"))
                        .map(MapPropertySource.class::cast)
                        .forEach(source -> all.putAll(source.getSource()));
        all.putAll(Map.of(
                "spring.datasource.url",
                database.url(),
                "spring.datasource.username",
                database.runtimeRole(),
                "spring.datasource.password",
                database.password(),
                "server.port",
                port,
                "management.server.port",
                managementPort,
                "tongban.environment",
                "sandbox",
                "tongban.clock.settable",
                true));
        Path log = Files.createTempFile("other-replica", ".log"); // stays, for whoever looks why a test failed
        ProcessBuilder builder = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        service.getName()))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().put("SPRING_APPLICATION_JSON", JsonMapper.shared().writeValueAsString(all));
        OtherReplica replica = new OtherReplica(builder.start(), port, managementPort);
        Runtime.getRuntime().addShutdownHook(new Thread(replica::kill, "other-replica"));
        await().alias("the other replica is ready; its log is " + log)
                .atMost(STARTED_WITHIN)
                .until(replica::isReady);
        return replica;
    }

    /** The port of its interface. */
    public int port() {
        return port;
    }

    /** Its business clock ticks on from here. */
    public void setClock(ZonedDateTime now) throws IOException, InterruptedException {
        int status = http.send(
                        HttpRequest.newBuilder(management("/actuator/businessclock"))
                                .header("Content-Type", "application/json")
                                .PUT(BodyPublishers.ofString("{\"now\": \"%s\"}"
                                        .formatted(now.format(DateTimeFormatter.ISO_OFFSET_DATE_TIME))))
                                .build(),
                        BodyHandlers.discarding())
                .statusCode();
        if (status != 200) {
            throw new AssertionError("its clock was not set: " + status);
        }
    }

    /** As a machine that loses its power: it says nothing to anybody. */
    public void kill() {
        process.destroyForcibly().onExit().join();
    }

    @Override
    public void close() {
        kill();
    }

    private boolean isReady() throws InterruptedException {
        if (!process.isAlive()) {
            throw new IllegalStateException("the other replica ended with " + process.exitValue());
        }
        try {
            return http.send(
                                    HttpRequest.newBuilder(management("/actuator/health/readiness"))
                                            .build(),
                                    BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    private URI management(String path) {
        return URI.create("http://127.0.0.1:" + managementPort + path);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
