package io.tongban.bench.gateway;

import io.tongban.bench.network.ProcessTime;
import io.tongban.bench.reference.Nginx;
import io.tongban.platform.test.SigningKey;
import io.tongban.sandbox.network.Part;
import io.tongban.sandbox.preflight.FreePorts;
import io.tongban.sandbox.process.Ending;
import io.tongban.sandbox.process.Guard;
import io.tongban.sandbox.process.GuardedProcess;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** The gateway as the chart runs it, in front of an nginx that stands for every service, beside an nginx in front of the same. */
final class GatewayAlone implements AutoCloseable {

    private static final String ISSUER = "http://127.0.0.1/bench";
    private static final Duration START = Duration.ofMinutes(2);

    /** A case as a window reads it, shortened. */
    private static final String ANSWER =
            "{\"id\":\"330104-2026-000001\",\"item\":\"residence-permit\",\"status\":\"IN_EXAMINATION\","
                    + "\"window\":\"330104-W1\",\"openedAt\":\"2026-11-30T08:12:13Z\",\"dueOn\":\"2026-12-20\","
                    + "\"papers\":[{\"kind\":\"ID_CARD\",\"state\":\"SEEN\"},{\"kind\":\"LEASE\",\"state\":\"SEEN\"}]}";

    private final SigningKey key;
    private final Nginx service;
    private final Nginx reference;
    private final GuardedProcess process;
    private final int portBase;

    private GatewayAlone(SigningKey key, Nginx service, Nginx reference, GuardedProcess process, int portBase) {
        this.key = key;
        this.service = service;
        this.reference = reference;
        this.process = process;
        this.portBase = portBase;
    }

    /**
     * Starts all three.
     *
     * @param folder where they write
     * @param settings what the gateway is told besides
     */
    static GatewayAlone started(Path root, Path folder, Map<String, String> settings)
            throws IOException, InterruptedException {
        SigningKey key = SigningKey.likeKeycloaks();
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("keys"), key.publicKeys());
        Nginx service = Nginx.started(root, folder.resolve("service"), "", """
                location = /keys { root %s; }
                location / { add_header Cache-Control no-store; add_header ETag '"1"'; return 200 '%s'; }
                """.formatted(folder, ANSWER));
        Nginx reference = Nginx.started(
                root,
                folder.resolve("reference"),
                "upstream service { server %s; keepalive 128; keepalive_requests 1000000; }"
                        .formatted(service.address().getAuthority()),
                "location / { proxy_pass http://service; proxy_http_version 1.1; proxy_set_header Connection \"\"; }");
        int portBase = FreePorts.base();
        GuardedProcess process = GuardedProcess.start(
                "gateway",
                Guard.of(root),
                Ending.JVM,
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx460m", // 60 percent of the 768 MiB that the chart gives it
                        "-XX:+UseParallelGC",
                        "-XX:+ExitOnOutOfMemoryError",
                        "-jar",
                        jar(root).toString()),
                environment(service.address(), portBase, settings),
                folder.resolve("gateway.log"));
        GatewayAlone gateway = new GatewayAlone(key, service, reference, process, portBase);
        gateway.awaitReady(folder.resolve("gateway.log"));
        return gateway;
    }

    private static Path jar(Path root) throws IOException {
        try (var jars = Files.newDirectoryStream(root.resolve("gateway/target"), "gateway-*-SNAPSHOT.jar")) {
            return jars.iterator().next();
        }
    }

    private static Map<String, String> environment(URI service, int portBase, Map<String, String> settings) {
        Map<String, String> environment = new HashMap<>();
        environment.put("SERVER_ADDRESS", "127.0.0.1");
        environment.put(
                "SERVER_PORT", Integer.toString(Part.GATEWAY.address(portBase).getPort()));
        environment.put("MANAGEMENT_SERVER_ADDRESS", "127.0.0.1");
        environment.put(
                "MANAGEMENT_SERVER_PORT",
                Integer.toString(Part.GATEWAY.managementAddress(portBase).getPort()));
        environment.put("TONGBAN_ENVIRONMENT", "sandbox");
        environment.put("TONGBAN_SECURITY_ISSUER", ISSUER);
        environment.put("TONGBAN_SECURITY_JWKSETURI", service + "/keys");
        environment.put("TONGBAN_ROUTES_PERMITSERVICE", service.toString());
        environment.put("TONGBAN_ROUTES_COMMUNITYSERVICE", service.toString());
        environment.put("TONGBAN_REPLICAS_EVERY", "PT1H"); // it has none
        environment.put("TONGBAN_DESCRIPTION_FIRSTWITHIN", "PT0S"); // it describes nothing
        environment.putAll(settings);
        return environment;
    }

    private void awaitReady(Path log) throws IOException, InterruptedException {
        URI readiness = Part.GATEWAY.managementAddress(portBase).resolve("/actuator/health/readiness");
        long began = System.nanoTime();
        while (!isReady(readiness)) {
            if (System.nanoTime() - began > START.toNanos() || process.awaitEnd(Duration.ofMillis(200))) {
                close();
                throw new IOException("the gateway is not ready, see " + log);
            }
        }
    }

    private static boolean isReady(URI readiness) {
        try {
            return ((HttpURLConnection) readiness.toURL().openConnection()).getResponseCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    URI address() {
        return Part.GATEWAY.address(portBase);
    }

    /** An nginx in front of the same service. */
    Nginx reference() {
        return reference;
    }

    /** Processor time that the gateway has used since its start. */
    Duration used() {
        return ProcessTime.of(process);
    }

    /** Good tokens of so many accounts, of the lane of their role and tier. */
    List<String> tokens(int accounts, String role, String tier) {
        return IntStream.range(0, accounts)
                .mapToObj(account -> token(key, role + "-" + account)
                        .roles(role)
                        .claim("tier", tier)
                        .sign())
                .toList();
    }

    /** Tokens that look good, signed with a key of somebody else under the name of the issuer's. */
    List<String> forged(int count) {
        return badlySigned(count, SigningKey.likeKeycloaks(key.name()));
    }

    /** Tokens of a key that the issuer does not have. */
    List<String> unknown(int count) {
        return badlySigned(count, SigningKey.likeKeycloaks());
    }

    /** Tokens whose time was over an hour ago. */
    List<String> expired(int count) {
        return IntStream.range(0, count)
                .mapToObj(account -> token(key, "late-" + account)
                        .roles("clerk")
                        .expiresIn(Duration.ofHours(-1))
                        .sign())
                .toList();
    }

    private static List<String> badlySigned(int count, SigningKey another) {
        return IntStream.range(0, count)
                .mapToObj(account ->
                        token(another, "bad-" + account).roles("clerk").sign())
                .toList();
    }

    private static SigningKey.Token token(SigningKey key, String account) {
        return key.token()
                .issuer(ISSUER)
                .audience("tongban-api")
                .subject("bench-" + account)
                .expiresIn(Duration.ofHours(6));
    }

    @Override
    public void close() {
        process.end();
        try {
            process.awaitEnd(Duration.ofSeconds(30));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        reference.close();
        service.close();
    }
}
